package dev.concordat.registry.verification;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.SelectorReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads what a provider asks, from a body or from the query of the first clients, and collects what is wrong with it.
final class QuestionReader {
  /// More selectors than anybody has consumers.
  static final int MAX_SELECTORS = 1000;

  private final Predicate<String> isEnvironment;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  QuestionReader(Predicate<String> isEnvironment) {
    this.isEnvironment = isEnvironment;
  }

  /// What is wrong, by field; empty where the question can be answered.
  Map<String, List<String>> errors() {
    return errors;
  }

  Question body(String provider, JsonObject body) {
    Optional<String> branch = branch(body);
    List<String> tags = tags(body);
    Optional<Boolean> pending = flag(body, "includePendingStatus");
    Optional<Instant> since = since(body.member("includeWipPactsSince"), "includeWipPactsSince");
    boolean usesBranch = since.isPresent() || pending.orElse(false);
    if (branch.filter(String::isEmpty).isPresent() && tags.isEmpty() && usesBranch) {
      error(
          "providerVersionBranch",
          "when pending or WIP pacts are enabled and there are no provider version tags,"
              + " providerVersionBranch cannot be an empty string, as it is used in the"
              + " calculations for WIP and pending status. A value must be provided (recommended),"
              + " or it must not be set at all.");
    }
    List<ConsumerSelector> selectors = selectors(body, branch);
    return new Question(
        provider,
        branch.filter(name -> !name.isEmpty()),
        tags,
        selectors,
        pending.orElse(true),
        since,
        false);
  }

  private Optional<String> branch(JsonObject body) {
    JsonValue value = body.member("providerVersionBranch").orElse(JsonNull.NULL);
    if (value instanceof JsonString(String name)) {
      if (!name.isEmpty() && name.isBlank()) {
        error("providerVersionBranch", "cannot be blank");
      }
      return Optional.of(name);
    }
    if (value != JsonNull.NULL) {
      error("providerVersionBranch", "must be a string");
    }
    return Optional.empty();
  }

  private List<String> tags(JsonObject body) {
    JsonValue value = body.member("providerVersionTags").orElse(JsonNull.NULL);
    List<String> tags = new ArrayList<>();
    if (value instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonString(String tag)) {
          tags.add(tag);
        }
      }
    } else if (value != JsonNull.NULL) {
      error("providerVersionTags", "must be an array");
    }
    return tags;
  }

  private Optional<Boolean> flag(JsonObject body, String name) {
    Optional<JsonValue> value = body.member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonBoolean(boolean flag)) {
      return Optional.of(flag);
    }
    error(name, value.get() == JsonNull.NULL ? "must be filled" : "must be one of: true, false");
    return Optional.empty();
  }

  private Optional<Instant> since(Optional<JsonValue> value, String field) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof JsonString(String text)) || text.isBlank()) {
      error(field, "must be filled");
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() <= "2020-01-01".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException _) {
      error(field, "must be a date");
      return Optional.empty();
    }
  }

  private List<ConsumerSelector> selectors(JsonObject body, Optional<String> branch) {
    JsonValue value = body.member("consumerVersionSelectors").orElse(JsonNull.NULL);
    List<ConsumerSelector> selectors = new ArrayList<>();
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      if (value != JsonNull.NULL) {
        error("consumerVersionSelectors", "must be an array");
      }
      return selectors;
    }
    if (items.size() > MAX_SELECTORS) {
      error("consumerVersionSelectors", "must be at most " + MAX_SELECTORS);
      return selectors;
    }
    SelectorReader reader = new SelectorReader(branch, isEnvironment);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof JsonObject selector) {
        SelectorReader.Read read = reader.read(selector);
        selectors.addAll(read.selectors());
        for (String text : read.errors()) {
          error("consumerVersionSelectors", text + " (at index " + i + ")");
        }
      } else {
        error("consumerVersionSelectors", "must be a hash (at index " + i + ")");
      }
    }
    return selectors;
  }

  /// What the first clients ask by GET.
  Question query(String provider, QueryValue.Table query) {
    List<ConsumerSelector> selectors = new ArrayList<>();
    int index = 0;
    for (QueryValue.Table table : query.tables("consumer_version_selectors")) {
      Optional<String> tag = table.text("tag").filter(text -> !text.isEmpty());
      if (tag.isEmpty()) {
        error(
            "consumer_version_selectors",
            "tag "
                + (table.has("tag") ? "must be filled" : "is missing")
                + " (at index "
                + index
                + ")");
      } else {
        selectors.add(
            table.text("latest").filter("true"::equals).isPresent()
                ? new ConsumerSelector.LatestTagged(
                    tag.get(), table.text("fallback_tag"), table.text("consumer"))
                : new ConsumerSelector.Tagged(tag.get(), table.text("consumer")));
      }
      index++;
    }
    Optional<String> pending = query.text("include_pending_status");
    if (pending.filter(text -> !text.equals("true") && !text.equals("false")).isPresent()) {
      error("include_pending_status", "must be one of: true, false");
    }
    return new Question(
        provider,
        query.text("provider_version_branch").filter(name -> !name.isBlank()),
        query.texts("provider_version_tags"),
        selectors,
        pending.map("true"::equals).orElse(true),
        since(
            query.text("include_wip_pacts_since").map(JsonString::new), "include_wip_pacts_since"),
        true);
  }

  private void error(String field, String text) {
    errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(text);
  }
}
