/// Where the columns of a GED table stand; names of the codebook and of older releases.
struct GEDColumns {
  let id, type, clarity, dateStart, dateEnd, sideA, sideB, wherePrec, place, adm1, adm2: Int
  let latitude, longitude, country, countryID: Int
  let low, best, high, deathsA, deathsB, deathsCivilians, deathsUnknown: Int
  let sideAID, sideBID: Int?
  /// What decides which place is meant.
  let places: [Int]

  init(_ header: [String]) throws(ColumnProblems) {
    var columns = Columns(header)
    id = columns.need("id")
    type = columns.need("type_of_violence")
    clarity = columns.need("event_clarity")
    dateStart = columns.need("date_start")
    dateEnd = columns.need("date_end")
    sideA = columns.need("side_a")
    sideB = columns.need("side_b")
    sideAID = columns.find("side_a_new_id")
    sideBID = columns.find("side_b_new_id")
    wherePrec = columns.need("where_prec")
    place = columns.need("where_coordinates")
    adm1 = columns.need("adm_1")
    adm2 = columns.need("adm_2")
    latitude = columns.need("latitude")
    longitude = columns.need("longitude")
    country = columns.need("country")
    countryID = columns.need("country_id")
    low = columns.need("low", "low_est")
    best = columns.need("best", "best_est")
    high = columns.need("high", "high_est")
    deathsA = columns.need("deaths_a")
    deathsB = columns.need("deaths_b")
    deathsCivilians = columns.need("deaths_civilians")
    deathsUnknown = columns.need("deaths_unknown")
    places = [countryID, country, adm1, adm2, place]
    try columns.check()
  }
}
