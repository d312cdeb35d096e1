package dev.concordat.cases;

import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// What a request is made of, so that others like it can be made.
///
/// @param parameters the values by the parameter's pointer; a parameter without one is not sent
/// @param body its value; nothing where none is sent
public record Recipe(Map<String, JsonValue> parameters, Optional<JsonValue> body) {
  public Recipe {
    parameters = Map.copyOf(parameters);
  }
}
