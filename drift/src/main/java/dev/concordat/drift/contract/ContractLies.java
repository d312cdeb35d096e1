package dev.concordat.drift.contract;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Lies made of what a contract forbids.
final class ContractLies {
  private static final int MAX_SHOWN = 80;

  private ContractLies() {}

  /// The lie of a breach.
  ///
  /// @param place of the whole body, for what the contract lists and shows
  static Lie of(Breach breach, MockAnswer answer, SchemaPlace place, List<Shown> shown) {
    Rule rule = rule(breach, place);
    return new Lie(
        rule,
        breach.pointer(),
        breach.message(),
        breach.expected(),
        breach.actual(),
        Ground.CONTRACT,
        Optional.of(new Sentence(breach.sentence(), breach.sentenceText())),
        shown,
        Corrections.of(rule, breach.pointer(), answer, place),
        breach.kind().isOfRequest());
  }

  private static Rule rule(Breach breach, SchemaPlace place) {
    return switch (breach.kind()) {
      case UNDOCUMENTED_STATUS -> DriftRules.WRONG_STATUS;
      case WRONG_MEDIA_TYPE -> DriftRules.WRONG_MEDIA_TYPE;
      case MISSING_HEADER -> DriftRules.MISSING_HEADER;
      case WRONG_HEADER -> DriftRules.WRONG_HEADER;
      case MISSING_FIELD -> DriftRules.MISSING_FIELD;
      case WRONG_TYPE -> DriftRules.WRONG_TYPE;
      case VALUE_NOT_ALLOWED -> value(breach, place);
      case UNEXPECTED_FIELD -> DriftRules.EXTRA_FIELD;
      case MALFORMED_BODY -> DriftRules.MALFORMED_BODY;
      case WRONG_ERROR_FORMAT -> DriftRules.WRONG_ERROR_SHAPE;
      case UNKNOWN_OPERATION -> DriftRules.UNKNOWN_OPERATION;
      case METHOD_NOT_ALLOWED -> DriftRules.METHOD_NOT_ALLOWED;
      case BAD_PARAMETER, MISSING_PARAMETER, BAD_REQUEST_BODY -> DriftRules.REQUEST_REFUSED;
    };
  }

  private static Rule value(Breach breach, SchemaPlace place) {
    String sentence = breach.sentence().pointer();
    String keyword = sentence.substring(sentence.lastIndexOf('/') + 1);
    return switch (keyword) {
      case "enum", "const" -> DriftRules.VALUE_OUT_OF_ENUM;
      case "format" -> DriftRules.WRONG_FORMAT;
      default ->
          place.at(tokens(breach.pointer())).listed().isEmpty()
              ? DriftRules.VALUE_NOT_ALLOWED
              : DriftRules.VALUE_OUT_OF_ENUM;
    };
  }

  /// The lie of a member that the contract does not mention beside those it lists.
  static Lie undocumented(
      String pointer, JsonValue value, Authority authority, MockAnswer answer, List<Shown> shown) {
    SchemaPlace body = authority.body(answer.status(), answer.contentType());
    return new Lie(
        DriftRules.EXTRA_FIELD,
        pointer,
        "the contract of "
            + authority.operation().methodAndPath()
            + " mentions no such field beside those it lists",
        "no such field",
        shortened(value),
        Ground.CONTRACT,
        authority
            .content(answer.status(), answer.contentType())
            .map(content -> new Sentence(content.place(), content.sourceLine())),
        shown,
        Corrections.of(DriftRules.EXTRA_FIELD, pointer, answer, body),
        false);
  }

  /// The rule of a value that the contract rules out, by what the contract says of its place.
  static Rule ofValue(String pointer, Optional<JsonValue> value, SchemaPlace body) {
    List<String> tokens = tokens(pointer);
    SchemaPlace holder = body.at(tokens.subList(0, Math.max(0, tokens.size() - 1)));
    SchemaPlace place = body.at(tokens);
    boolean isMember = !tokens.isEmpty() && !tokens.getLast().equals("*");
    if (isMember && holder.namesMembers() && !holder.documents(tokens.getLast())) {
      return DriftRules.EXTRA_FIELD;
    }
    if (value.isPresent() && !place.allowsType(value.get())) {
      return DriftRules.WRONG_TYPE;
    }
    return place.listed().isEmpty() ? DriftRules.VALUE_NOT_ALLOWED : DriftRules.VALUE_OUT_OF_ENUM;
  }

  static List<String> tokens(String pointer) {
    return Pointers.tokens(pointer).orElse(List.of());
  }

  static String shortened(JsonValue value) {
    String text = JsonText.compact(value);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
