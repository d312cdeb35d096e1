package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies every verification result of a pact's content, in their order. The matrix lists them: a row for each.
record ResultsCopy(Door from, Door to, Journal journal) {
  private static final String KIND = "verification results";
  private static final int MAX_ROWS = 10_000;
  private static final Pattern NUMBER = Pattern.compile("/verification-results/(\\d{1,15})$");

  /// One that is listed.
  ///
  /// @param at when it was published
  private record Listed(long number, String link, String version, boolean success, String at) {
    String key() {
      return version + " " + success + " " + at;
    }
  }

  /// @param number of a consumer version that says the content
  void copy(String consumer, String provider, String number, String sha) throws MigrationFailure {
    String question =
        "/matrix?q%5B%5D%5Bpacticipant%5D="
            + Door.encoded(consumer)
            + "&q%5B%5D%5Bversion%5D="
            + Door.encoded(number)
            + "&q%5B%5D%5Bpacticipant%5D="
            + Door.encoded(provider)
            + "&limit="
            + MAX_ROWS;
    List<Listed> listed = listed(from, question);
    if (listed.isEmpty()) {
      return;
    }
    if (listed.size() >= MAX_ROWS) {
      journal.problem(
          consumer
              + " "
              + number
              + " has more than "
              + MAX_ROWS
              + " results; the oldest are left out");
    }
    Set<String> there = new HashSet<>();
    listed(to, question).forEach(known -> there.add(known.key()));
    for (Listed one : listed) {
      if (there.contains(one.key())) {
        journal.known(KIND);
        continue;
      }
      Optional<JsonObject> result = from.get(from.path(one.link()));
      if (result.isEmpty()) {
        journal.problem(one.link() + " is listed and not there");
        continue;
      }
      journal.note(
          KIND,
          one.link(),
          to.change(
              "POST",
              Door.path(
                  "pacts",
                  "provider",
                  provider,
                  "consumer",
                  consumer,
                  "pact-version",
                  sha,
                  "verification-results"),
              said(result.get()),
              Optional.of(one.at())));
    }
  }

  /// The oldest first, each once.
  private static List<Listed> listed(Door door, String question) throws MigrationFailure {
    Map<Long, Listed> found = new LinkedHashMap<>();
    JsonObject matrix = door.get(question).orElse(JsonObject.EMPTY);
    for (JsonObject row : Resource.list(matrix, "matrix")) {
      if (!(Resource.at(row, "verificationResult").orElse(null) instanceof JsonObject result)) {
        continue;
      }
      String link = Resource.self(result);
      Matcher number = NUMBER.matcher(link);
      Optional<String> version = Resource.text(row, "provider", "version", "number");
      Optional<String> at = Resource.moment(result, "verifiedAt");
      if (number.find() && version.isPresent() && at.isPresent()) {
        long id = Long.parseLong(number.group(1));
        found.put(
            id, new Listed(id, link, version.get(), Resource.isTrue(result, "success"), at.get()));
      }
    }
    List<Listed> all = new ArrayList<>(found.values());
    all.sort(Comparator.comparingLong(Listed::number));
    return all;
  }

  /// As a verifier says it; a broker names some of it otherwise when it shows it.
  private static JsonObject said(JsonObject result) {
    JsonObject said =
        Resource.only(result, "success", "providerApplicationVersion", "buildUrl", "testResults");
    if (!(Resource.at(result, "verifiedBy").orElse(null) instanceof JsonObject by)) {
      return said;
    }
    JsonObject tool = Resource.only(by, "implementation", "version");
    JsonObject.Builder language = new JsonObject.Builder();
    Resource.at(by, "client_implementation").ifPresent(it -> language.add("name", it));
    Resource.at(by, "client_test_framework").ifPresent(it -> language.add("testFramework", it));
    Resource.at(by, "client_version").ifPresent(it -> language.add("version", it));
    JsonObject client = language.build();
    return said.with("verifiedBy", client.size() == 0 ? tool : tool.with("clientLanguage", client));
  }
}
