"""Three areas that Russian forces left, for the cascade of a withdrawal: the table itself knows no areas.

These are the only events of the evaluation that do not come from the table. Each was announced in public on the day
given here; which towns lie in an area is decided by their coordinates alone, before and without looking at who held
them. Towns without coordinates lie in none.
"""
import bisect
import dataclasses


@dataclasses.dataclass(frozen=True)
class Area:
    key: str
    name: str
    day: str
    source: str
    title: str
    phase: str
    # Corners of a box: south, west, north, east (degrees).
    box: tuple
    # Where given, only what lies north of this line of (longitude, latitude), from west to east.
    line: tuple = ()

    def holds(self, lat, lon):
        south, west, north, east = self.box
        if not (south <= lat <= north and west <= lon <= east):
            return False
        if not self.line:
            return True
        index = bisect.bisect_right([point[0] for point in self.line], lon)
        if index == 0 or index == len(self.line):
            return False
        (x1, y1), (x2, y2) = self.line[index - 1], self.line[index]
        return lat >= y1 + (y2 - y1) * (lon - x1) / (x2 - x1)


# The Dnipro from its mouth to the north-east, along the left edge of the right bank.
DNIPRO = (
    (31.5, 46.55), (32.30, 46.55), (32.60, 46.61), (32.75, 46.66), (33.10, 46.74), (33.37, 46.78),
    (33.60, 46.90), (33.90, 47.20), (34.10, 47.45), (34.45, 47.53),
)  # fmt: skip

AREAS = (
    Area(
        "north", "Kyiv, Chernihiv and Sumy front", "2022-04-06", "us-defense",
        "Russian forces have left the areas around Kyiv and Chernihiv", "completed", (50.2, 28.8, 52.5, 35.6)),
    Area(
        "izium", "Balakliia and Izium front", "2022-09-10", "ru-defence",
        "Regrouping of the troops near Balakliia and Izium", "begun", (48.95, 36.3, 50.0, 37.5)),
    Area(
        "right-bank", "Right bank of the Dnipro", "2022-11-11", "ru-defence",
        "Transfer of the troops to the left bank of the Dnipro", "completed", (46.5, 31.5, 47.8, 34.45), DNIPRO),
)  # fmt: skip


def area(town):
    """The area a town lies in, or None."""
    if not town.lat or not town.lon:
        return None
    return next((each for each in AREAS if each.holds(float(town.lat), float(town.lon))), None)
