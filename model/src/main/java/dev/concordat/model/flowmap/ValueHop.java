package dev.concordat.model.flowmap;

import java.util.List;

/// One step of a value: a system got it in one place and wrote it into another.
///
/// @param system who carried it
/// @param evidence how many different values were seen to be carried
/// @param probed how many values that tend to break were followed over it
/// @param state what came of those
/// @param notes re-encodings that keep the meaning, and values that could not be followed
public record ValueHop(
    ValuePlace from,
    ValuePlace to,
    String system,
    int evidence,
    int probed,
    State state,
    List<String> notes) {
  /// What is known of a step.
  public enum State {
    /// No value was followed over it.
    LEARNED("learned"),
    /// Every value arrived as it was sent.
    KEPT("kept"),
    /// A value was changed in a way that `concordat.yaml` accepts.
    ACCEPTED("accepted"),
    /// A value was changed.
    CHANGED("changed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public ValueHop {
    notes = List.copyOf(notes);
  }
}
