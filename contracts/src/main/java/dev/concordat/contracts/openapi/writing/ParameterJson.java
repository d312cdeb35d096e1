package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes parameters and headers.
record ParameterJson(Components components, ContentJson content) {
  private static final Set<ParameterStyle> LIKE_QUERIES =
      Set.of(
          ParameterStyle.SPACE_DELIMITED,
          ParameterStyle.PIPE_DELIMITED,
          ParameterStyle.DEEP_OBJECT);
  private static final JsonValue TEXT = JsonObject.EMPTY.with("type", new JsonString("string"));

  Optional<JsonValue> parameter(Parameter parameter) {
    if (parameter.in() == ParameterLocation.QUERYSTRING) {
      components.lost(parameter.place(), "a parameter in 'querystring'");
      return Optional.empty();
    }
    var json =
        new Members()
            .put("name", new JsonString(parameter.name()))
            .text("in", parameter.in().word())
            .flag("required", parameter.required());
    value(parameter, json);
    return Optional.of(json.json());
  }

  JsonObject headers(List<Parameter> headers) {
    var all = new Members();
    for (Parameter header : headers) {
      var json = new Members().flag("required", header.required());
      value(header, json);
      all.putIfAbsent(header.name(), json.json());
    }
    return all.json();
  }

  private void value(Parameter parameter, Members json) {
    if (parameter.style() == ParameterStyle.JSON) {
      json.put("content", content(parameter));
      return;
    }
    if (!canSay(parameter)) {
      components
          .losses()
          .lost(
              parameter.place(),
              "'" + parameter.style().word() + "' in a " + parameter.in().word(),
              "it is written as a text");
      json.put("schema", TEXT);
      return;
    }
    boolean isDefault = parameter.style() == ParameterStyle.defaultOf(parameter.in());
    json.text("style", isDefault ? "" : parameter.style().word());
    if (parameter.explode() != (parameter.style() == ParameterStyle.FORM)) {
      json.put("explode", JsonBoolean.of(parameter.explode()));
    }
    json.put("schema", parameter.schema().map(components::schema).orElse(JsonObject.EMPTY))
        .maybe("example", ContentJson.example(parameter.examples(), parameter.schema()))
        .object("examples", ContentJson.examples(parameter.examples(), parameter.schema()));
  }

  private JsonObject content(Parameter parameter) {
    return parameter
        .content()
        .map(spec -> content.of(List.of(spec)))
        .orElseGet(
            () ->
                new Members()
                    .put(
                        "application/json",
                        new Members()
                            .maybe("schema", parameter.schema().map(components::schema))
                            .json())
                    .json());
  }

  /// OpenAPI 3.1, section 4.8.12.3.
  private static boolean canSay(Parameter parameter) {
    ParameterStyle style = parameter.style();
    return switch (style) {
      case TAB_DELIMITED, COOKIE, JSON -> false;
      case SIMPLE -> isIn(parameter, ParameterLocation.PATH, ParameterLocation.HEADER);
      case FORM -> isIn(parameter, ParameterLocation.QUERY, ParameterLocation.COOKIE);
      case MATRIX, LABEL -> isIn(parameter, ParameterLocation.PATH);
      case SPACE_DELIMITED, PIPE_DELIMITED, DEEP_OBJECT -> isIn(parameter, ParameterLocation.QUERY);
    };
  }

  private static boolean isIn(Parameter parameter, ParameterLocation... places) {
    return List.of(places).contains(parameter.in());
  }

  /// The style of a field, where forms may have it.
  Optional<ParameterStyle> styleOfField(ParameterStyle style, Place place) {
    boolean isSayable = style == ParameterStyle.FORM || LIKE_QUERIES.contains(style);
    if (!isSayable) {
      components.lost(place, "the style '" + style.word() + "' of a field");
    }
    return isSayable ? Optional.of(style) : Optional.empty();
  }
}
