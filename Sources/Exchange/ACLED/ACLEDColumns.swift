/// Where the columns of an ACLED export stand; names of the exports before and since 2019.
struct ACLEDColumns {
  let id, date, type, actor1, country, location, latitude, longitude, fatalities: Int
  let subType, actor2, inter1, inter2, timePrecision, geoPrecision, iso, admin1, admin2, admin3: Int?

  init(_ header: [String]) throws(ColumnProblems) {
    var columns = Columns(header)
    id = columns.need("event_id_cnty")
    date = columns.need("event_date")
    type = columns.need("event_type")
    subType = columns.find("sub_event_type")
    actor1 = columns.need("actor1")
    actor2 = columns.find("actor2")
    inter1 = columns.find("inter1")
    inter2 = columns.find("inter2")
    timePrecision = columns.find("time_precision")
    geoPrecision = columns.find("geo_precision")
    iso = columns.find("iso")
    country = columns.need("country")
    admin1 = columns.find("admin1")
    admin2 = columns.find("admin2")
    admin3 = columns.find("admin3")
    location = columns.need("location")
    latitude = columns.need("latitude")
    longitude = columns.need("longitude")
    fatalities = columns.need("fatalities")
    try columns.check()
  }
}
