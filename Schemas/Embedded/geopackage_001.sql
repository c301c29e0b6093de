-- The tables of a GeoPackage (OGC 12-128r18, version 1.3) that an export needs; the table of rows is made by its columns.
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys(
  srs_name                 TEXT    NOT NULL,
  srs_id                   INTEGER NOT NULL PRIMARY KEY,
  organization             TEXT    NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition               TEXT    NOT NULL,
  description              TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents(
  table_name  TEXT     NOT NULL PRIMARY KEY,
  data_type   TEXT     NOT NULL,
  identifier  TEXT     UNIQUE,
  description TEXT     DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  min_x       DOUBLE,
  min_y       DOUBLE,
  max_x       DOUBLE,
  max_y       DOUBLE,
  srs_id      INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns(
  table_name         TEXT    NOT NULL,
  column_name        TEXT    NOT NULL,
  geometry_type_name TEXT    NOT NULL,
  srs_id             INTEGER NOT NULL,
  z                  TINYINT NOT NULL,
  m                  TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

-- What was asked, and what the columns mean: for whoever opens the file and has nothing else.
CREATE TABLE about(
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  value   TEXT,
  meaning TEXT
);
INSERT INTO gpkg_contents(table_name, data_type, identifier, description)
VALUES ('about', 'attributes', 'about', 'What was asked, on which state of the log it stands, and what the columns mean.');
