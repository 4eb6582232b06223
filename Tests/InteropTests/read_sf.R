# Reads sources with sf, spherical geometry on; see matrix.py for the notation.
suppressPackageStartupMessages(library(sf))
sources <- jsonlite::fromJSON(file("stdin"))
kinds <- c(character = "string", numeric = "number", integer = "integer")
sf_use_s2(TRUE)
for (at in seq_len(nrow(sources))) {
  source <- sources[at, ]
  said <- character()
  answer <- withCallingHandlers(
    tryCatch({
      options <- if (endsWith(source$path, ".csv")) "AUTODETECT_TYPE=YES" else character()
      frame <- st_read(source$path, source$layer, options = options, quiet = TRUE)
      columns <- as.data.frame(frame)
      shapes <- inherits(frame, "sf")
      if (shapes) columns[[attr(frame, "sf_column")]] <- NULL
      types <- lapply(columns, function(one) {
        kind <- class(one)[1]
        if (kind %in% names(kinds)) kinds[[kind]] else kind
      })
      list(
        count = nrow(frame), types = types,
        geometry = if (shapes) gsub("_", "", class(st_geometry(frame))[1]) else "None",
        invalid = if (shapes) sum(!st_is_valid(frame)) else 0)
    }, error = function(fault) list(error = conditionMessage(fault))),
    warning = function(fault) {
      said <<- c(said, conditionMessage(fault))
      invokeRestart("muffleWarning")
    })
  if (!is.null(answer$error)) said <- c(said, answer$error)
  answer$name <- source$name
  answer$warnings <- as.list(said)
  cat(jsonlite::toJSON(answer, auto_unbox = TRUE), "\n")
}
