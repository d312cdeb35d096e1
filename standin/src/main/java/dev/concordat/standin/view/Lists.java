package dev.concordat.standin.view;

import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.ListParameters;
import dev.concordat.standin.resource.ListParameters.Control;
import dev.concordat.standin.resource.ListParameters.Filter;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.value.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Selects, sorts and pages as the documented parameters of a list ask for.
public final class Lists {
  /// How many a page holds when the contract does not say.
  private static final int PAGE_SIZE = 100;

  private static final Pattern SORT = Pattern.compile("([-+]?)([^:, ]+)(?:[:, ]+(\\w+))?.*");

  private final ListParameters parameters;
  private final RequestFields fields;

  public Lists(ListParameters parameters, RequestFields fields) {
    this.parameters = parameters;
    this.fields = fields;
  }

  /// The page that a request asks for.
  public Page page(List<JsonValue> all) {
    List<JsonValue> chosen = sorted(selected(all));
    int size = number(Control.SIZE).orElse(PAGE_SIZE);
    int first = firstPage();
    int page = number(Control.PAGE).orElse(first);
    long from =
        cursor()
            .map(Integer::longValue)
            .orElseGet(
                () ->
                    number(Control.OFFSET)
                        .map(Integer::longValue)
                        .orElse((long) Math.max(0, page - first) * size));
    int start = Math.clamp(from, 0, chosen.size());
    int end = Math.clamp((long) start + Math.max(0, size), start, chosen.size());
    return new Page(chosen.subList(start, end), chosen.size(), start, size, page);
  }

  private Optional<JsonValue> value(Parameter parameter) {
    return ContentParameters.decode(parameter, fields) instanceof Decoded.Present present
        ? Optional.of(present.value())
        : parameter.schema().flatMap(schema -> schema.view().defaultValue());
  }

  private Optional<JsonValue> value(Control control) {
    return Optional.ofNullable(parameters.controls().get(control)).flatMap(this::value);
  }

  private Optional<Integer> number(Control control) {
    return value(control)
        .filter(JsonNumber.class::isInstance)
        .map(JsonNumber.class::cast)
        .filter(number -> number.isTame() && number.isInteger())
        .map(
            number ->
                number
                    .decimal()
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .max(BigDecimal.ZERO)
                    .intValue());
  }

  /// Pages count from 1, unless the contract allows or shows a page 0.
  private int firstPage() {
    return Optional.ofNullable(parameters.controls().get(Control.PAGE))
        .flatMap(Parameter::schema)
        .filter(
            schema ->
                schema.view().minimum().filter(it -> it.signum() == 0).isPresent()
                    || schema.view().defaultValue().filter(new JsonNumber("0")::equals).isPresent())
        .map(ignored -> 0)
        .orElse(1);
  }

  /// The cursors that we gave say where to go on; the id of an item says that it goes on after it.
  private Optional<Integer> cursor() {
    return value(Control.CURSOR).flatMap(Typed::text).flatMap(Cursors::position);
  }

  private List<JsonValue> selected(List<JsonValue> all) {
    List<JsonValue> left = all;
    for (Filter filter : parameters.filters()) {
      boolean isSent =
          ContentParameters.decode(filter.parameter(), fields) instanceof Decoded.Present;
      Optional<JsonValue> wanted = isSent ? value(filter.parameter()) : Optional.empty();
      if (wanted.isPresent()) {
        left = left.stream().filter(item -> passes(item, filter, wanted.get())).toList();
      }
    }
    Optional<String> search = value(Control.SEARCH).flatMap(Typed::text);
    return search.isEmpty() || search.get().isEmpty()
        ? left
        : left.stream().filter(item -> contains(item, search.get())).toList();
  }

  private static boolean passes(JsonValue item, Filter filter, JsonValue wanted) {
    Optional<JsonValue> own =
        item instanceof JsonObject object ? object.member(filter.member()) : Optional.empty();
    if (own.isEmpty()) {
      return false;
    }
    return switch (filter.comparison()) {
      case EQUAL -> isAnyOf(own.get(), wanted);
      case AT_LEAST -> Order.compare(own.get(), wanted) >= 0;
      case AT_MOST -> Order.compare(own.get(), wanted) <= 0;
    };
  }

  private static boolean isAnyOf(JsonValue own, JsonValue wanted) {
    if (own instanceof JsonArray(List<JsonValue> owned)) {
      return owned.stream().anyMatch(it -> isAnyOf(it, wanted));
    }
    return wanted instanceof JsonArray(List<JsonValue> choices)
        ? choices.stream().anyMatch(choice -> isAnyOf(own, choice))
        : Typed.text(own).equals(Typed.text(wanted));
  }

  private static boolean contains(JsonValue item, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return item instanceof JsonObject object
        && object.members().values().stream()
            .anyMatch(
                value ->
                    value instanceof JsonString(String own)
                        && own.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private List<JsonValue> sorted(List<JsonValue> items) {
    Optional<JsonValue> asked = value(Control.SORT);
    Optional<String> text =
        asked.flatMap(
            it ->
                it instanceof JsonArray(List<JsonValue> keys) && !keys.isEmpty()
                    ? Typed.text(keys.getFirst())
                    : Typed.text(it));
    Matcher key = SORT.matcher(text.orElse(""));
    if (!key.matches() || items.isEmpty() || !(items.getFirst() instanceof JsonObject)) {
      return items;
    }
    String direction =
        value(Control.DIRECTION)
            .flatMap(Typed::text)
            .orElse(key.group(3) == null ? "" : key.group(3));
    boolean isDown =
        key.group(1).equals("-") || direction.toLowerCase(Locale.ROOT).startsWith("desc");
    Comparator<JsonValue> upwards =
        (a, b) -> Order.compare(member(a, key.group(2)), member(b, key.group(2)));
    var sorted = new ArrayList<>(items);
    sorted.sort(isDown ? upwards.reversed() : upwards);
    return sorted;
  }

  private static JsonValue member(JsonValue item, String name) {
    String plain = Naming.plain(name);
    if (item instanceof JsonObject object) {
      for (String own : object.members().keySet()) {
        if (Naming.plain(own).equals(plain)) {
          return object.member(own).orElseThrow();
        }
      }
    }
    return JsonObject.EMPTY;
  }
}
