package dev.concordat.record.extension;

import dev.concordat.model.json.JsonObject;
import java.util.List;

/// A contract with what it lacked.
///
/// @param added what is new, for people: `POST /orders 409`
/// @param notes what could not be added
public record Extended(JsonObject document, List<String> added, List<String> notes) {
  public Extended {
    added = List.copyOf(added);
    notes = List.copyOf(notes);
  }
}
