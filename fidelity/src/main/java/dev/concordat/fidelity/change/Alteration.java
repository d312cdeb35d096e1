package dev.concordat.fidelity.change;

import dev.concordat.model.finding.FidelityMessageRules;
import dev.concordat.model.finding.FidelityNumberRules;
import dev.concordat.model.finding.FidelityShapeRules;
import dev.concordat.model.finding.FidelityTextRules;
import dev.concordat.model.finding.Rule;
import java.util.Optional;

/// What a hop can do to a value or a message. Most are damage and have a rule; some only write the same in another way.
public enum Alteration {
  ROUNDED(FidelityNumberRules.ROUNDED),
  RESCALED(FidelityNumberRules.RESCALED),
  OVERFLOWED(FidelityNumberRules.OVERFLOWED),
  SCALED(FidelityNumberRules.SCALED),
  SIGN_CHANGED(FidelityNumberRules.SIGN_CHANGED),
  NOT_FINITE(FidelityNumberRules.NOT_FINITE),
  ZEROS_LOST(FidelityNumberRules.ZEROS_LOST),
  LOCALISED(FidelityNumberRules.LOCALISED),
  TIME_SHIFTED(FidelityNumberRules.TIME_SHIFTED),
  OFFSET_LOST(FidelityNumberRules.OFFSET_LOST),
  TIME_CUT(FidelityNumberRules.TIME_CUT),
  DATE_SWAPPED(FidelityNumberRules.DATE_SWAPPED),
  TEXT_CUT(FidelityTextRules.TEXT_CUT),
  TRIMMED(FidelityTextRules.TRIMMED),
  CASE_FOLDED(FidelityTextRules.CASE_FOLDED),
  MISDECODED(FidelityTextRules.MISDECODED),
  CHARACTERS_LOST(FidelityTextRules.CHARACTERS_LOST),
  CHARACTERS_ADDED(FidelityTextRules.CHARACTERS_ADDED),
  NORMALISED(FidelityTextRules.NORMALISED),
  LINE_ENDS_CHANGED(FidelityTextRules.LINE_ENDS_CHANGED),
  ESCAPED(FidelityTextRules.ESCAPED),
  UNESCAPED(FidelityTextRules.UNESCAPED),
  VALUE_CHANGED(FidelityTextRules.ENUM_CHANGED),
  DROPPED(FidelityShapeRules.DROPPED),
  INVENTED(FidelityShapeRules.INVENTED),
  ABSENCE_CHANGED(FidelityShapeRules.ABSENCE_CHANGED),
  NULLED(FidelityShapeRules.NULLED),
  RENAMED(FidelityShapeRules.RENAMED),
  TYPE_CHANGED(FidelityShapeRules.TYPE_CHANGED),
  UNWRAPPED(FidelityShapeRules.UNWRAPPED),
  DOUBLE_ENCODED(FidelityShapeRules.DOUBLE_ENCODED),
  RESHAPED(FidelityShapeRules.RESHAPED),
  REORDERED(FidelityShapeRules.REORDERED),
  DEDUPLICATED(FidelityShapeRules.DEDUPLICATED),
  DUPLICATED(FidelityShapeRules.DUPLICATED),
  LIST_CUT(FidelityShapeRules.LIST_CUT),
  KEYS_MERGED(FidelityShapeRules.KEYS_MERGED),
  METHOD_CHANGED(FidelityMessageRules.METHOD_CHANGED),
  TARGET_CHANGED(FidelityMessageRules.TARGET_CHANGED),
  STATUS_CHANGED(FidelityMessageRules.STATUS_CHANGED),
  BODY_LOST(FidelityMessageRules.BODY_LOST),
  BODY_CUT(FidelityMessageRules.BODY_CUT),
  BODY_REPLACED(FidelityMessageRules.BODY_REPLACED),
  CODING_BROKEN(FidelityMessageRules.CODING_BROKEN),
  MEDIA_TYPE_CHANGED(FidelityMessageRules.MEDIA_TYPE_CHANGED),
  CHARSET_LOST(FidelityMessageRules.CHARSET_LOST),
  HEADER_JOINED(FidelityMessageRules.HEADER_JOINED),
  MESSAGE_LOST(FidelityMessageRules.MESSAGE_LOST),
  MESSAGE_REPEATED(FidelityMessageRules.MESSAGE_REPEATED),
  NUMBER_REWRITTEN("the same number, written otherwise"),
  INSTANT_REWRITTEN("the same instant, written otherwise"),
  BASE64_REWRITTEN("the same bytes, in another alphabet of Base64"),
  ESCAPES_REWRITTEN("the same address, with other escapes"),
  BODY_REWRITTEN("the same value, in other bytes"),
  HEADER_REWRITTEN("the same header, written otherwise"),
  HEADER_OF_HOP("a header that belongs to one hop"),
  HEADER_ADDED("a header that was added on the way");

  @SuppressWarnings("ImmutableEnumChecker") // rules are records of texts
  private final Optional<Rule> rule;

  private final String words;

  Alteration(Rule rule) {
    this.rule = Optional.of(rule);
    this.words = rule.title();
  }

  Alteration(String words) {
    this.rule = Optional.empty();
    this.words = words;
  }

  /// The rule that it breaks; nothing where the meaning is kept.
  public Optional<Rule> rule() {
    return rule;
  }

  /// What happened, in a few words.
  public String words() {
    return words;
  }
}
