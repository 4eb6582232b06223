// T1 with simdjson's on-demand parser: the file to flat coordinates and the starts of the rings.
// Usage: simdjson_reading DATA CASE THREADS [ROUNDS]
// Build: c++ -O3 -march=native -std=c++17 simdjson_reading.cpp -lsimdjson
#include <simdjson.h>
#include <sys/resource.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

struct Reading {
  std::vector<double> coordinates;
  std::vector<size_t> rings;
  size_t features = 0, properties = 0;
};

static void append(simdjson::ondemand::array polygon, Reading &reading) {
  for (simdjson::ondemand::array ring : polygon) {
    reading.rings.push_back(reading.coordinates.size() / 2);
    for (simdjson::ondemand::array position : ring)
      for (double coordinate : position) reading.coordinates.push_back(coordinate);
  }
}

static Reading read(const std::string &path) {
  Reading reading;
  simdjson::padded_string text = simdjson::padded_string::load(path);
  reading.coordinates.reserve(text.size() / 11);
  simdjson::ondemand::parser parser;
  auto document = parser.iterate(text);
  for (simdjson::ondemand::object feature : document["features"]) {
    reading.features++;
    simdjson::ondemand::object properties = feature["properties"];
    for (auto member : properties) reading.properties += !member.unescaped_key().error();
    simdjson::ondemand::object geometry = feature["geometry"];
    std::string_view kind = geometry["type"];
    simdjson::ondemand::array coordinates = geometry["coordinates"];
    if (kind == "Polygon") append(coordinates, reading);
    else
      for (simdjson::ondemand::array polygon : coordinates) append(polygon, reading);
  }
  return reading;
}

static double seconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  size_t n = values.size();
  return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

int main(int argc, char **argv) {
  if (argc < 4) return std::fprintf(stderr, "usage: simdjson_reading DATA CASE THREADS [ROUNDS]\n"), 2;
  std::string path = std::string(argv[1]) + "/wards_" + argv[2] + ".geojson";
  int rounds = argc > 4 ? std::atoi(argv[4]) : 5;
  std::vector<double> wall, processor;
  Reading reading;
  for (int round = -1; round < rounds; round++) {
    reading = Reading();
    double clocks[] = {seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
    reading = read(path);
    if (round < 0) continue;
    wall.push_back(seconds(CLOCK_MONOTONIC) - clocks[0]);
    processor.push_back(seconds(CLOCK_PROCESS_CPUTIME_ID) - clocks[1]);
  }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "{\"task\": \"T1\", \"peer\": \"simdjson\", \"case\": \"%s\", \"variant\": \"on demand, flat coordinates\", "
      "\"threads\": %s, \"wall_med\": %.6f, \"cpu_med\": %.6f, \"wall_min\": %.6f, \"runs\": %zu, "
      "\"peak_mb\": %.1f, \"check\": {\"features\": %zu, \"vertices\": %zu, \"properties\": %zu}}\n",
      argv[2], argv[3], median(wall), median(processor), *std::min_element(wall.begin(), wall.end()),
      wall.size(), usage.ru_maxrss / 1024.0, reading.features, reading.coordinates.size() / 2,
      reading.properties);
}
