package dev.concordat.model.finding;

import java.util.List;

/// The rules of *fidelity* about members, lists and types: is all of it there, once, in order?
public final class FidelityShapeRules {
  public static final Rule DROPPED =
      rule(
          "dropped",
          "A member, a parameter or a header was dropped",
          "The hop does not know it and leaves it out; the receiver acts as if it had never been"
              + " sent.",
          "Pass on what is not known, and extend the model of this hop where it must be known.");

  public static final Rule INVENTED =
      rule(
          "invented",
          "A value arrives that nobody sent",
          "A default was filled in: the receiver cannot tell it from what somebody meant.",
          "Leave out on this hop what was left out; let the one who owns the default apply it.");

  public static final Rule ABSENCE_CHANGED =
      rule(
          "absence-changed",
          "Null, empty and absent were taken for one another",
          "To leave a member out, to send null and to send an empty value are three messages; a"
              + " PATCH does something else for each.",
          "Keep the difference on this hop: optional types that know absent from null, and writers"
              + " that do not skip empty values.");

  public static final Rule NULLED =
      rule(
          "nulled",
          "A value arrives as null",
          "The hop could not read it and went on.",
          "Refuse what cannot be read instead of passing null on.");

  public static final Rule RENAMED =
      rule(
          "renamed",
          "A member arrives under another name",
          "Names were changed to another style or case on the way; receivers by contract do not"
              + " find it.",
          "Map names in one place and by the contract; keys of maps are data and stay.");

  public static final Rule TYPE_CHANGED =
      rule(
          "type-changed",
          "A value arrives as another JSON type",
          "Number, text, boolean and list are different to every typed reader; 0 and \"0\" are not"
              + " one.",
          "Give the member its type on this hop, and let the contract name it.");

  public static final Rule UNWRAPPED =
      rule(
          "unwrapped",
          "A list of one arrives as its item, or the other way round",
          "XML and some libraries cannot tell a list of one from a single value; readers fail as"
              + " soon as there is one item.",
          "State on this hop that it is a list.");

  public static final Rule DOUBLE_ENCODED =
      rule(
          "double-encoded",
          "A value arrives as text that holds it",
          "It was written as JSON twice, or text that looks like JSON was read as such.",
          "Write the object itself, not its text.");

  public static final Rule RESHAPED =
      rule(
          "reshaped",
          "An object arrives in another shape",
          "Members were moved up a level, or an object became a list of pairs.",
          "Pass the object on as the contract has it.");

  public static final Rule REORDERED =
      rule(
          "reordered",
          "A list arrives in another order",
          "Lists are ordered for JSON; priorities, steps and pages mean something else now.",
          "Keep the order: no sets and no unordered queries on this hop.");

  public static final Rule DEDUPLICATED =
      rule(
          "deduplicated",
          "Equal items of a list became one",
          "Quantities and votes are lost where a set was used instead of a list.",
          "Use a list on this hop.");

  public static final Rule DUPLICATED =
      rule(
          "duplicated",
          "Items arrive more than once",
          "Something is booked or shown twice.",
          "Look for a join without a key or a retry that is not recognised.");

  public static final Rule LIST_CUT =
      rule(
          "list-truncated",
          "A list lost items",
          "A page, a limit or a filter took part of it away without saying so.",
          "Ask for all pages on this hop, and pass on that there are more.");

  public static final Rule KEYS_MERGED =
      rule(
          "duplicate-keys-merged",
          "Of two members with one name only one arrives",
          "Readers choose differently between the two: what was checked is not what is used.",
          "Refuse objects with duplicate keys, and cookies that come twice, at the edge.");

  static final List<Rule> ALL =
      List.of(
          DROPPED,
          INVENTED,
          ABSENCE_CHANGED,
          NULLED,
          RENAMED,
          TYPE_CHANGED,
          UNWRAPPED,
          DOUBLE_ENCODED,
          RESHAPED,
          REORDERED,
          DEDUPLICATED,
          DUPLICATED,
          LIST_CUT,
          KEYS_MERGED);

  private FidelityShapeRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("fidelity/" + name, Proof.FIDELITY, title, meaning, fix);
  }
}
