package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What is wrong with a text, in words for the person who wrote it.
final class ReadProblems {
  /// A file full of the same mistake is reported up to here.
  private static final int MAX_WARNINGS = 100;

  /// The same for aliases that lead nowhere, which are errors.
  private static final int MAX_ALIASES = 100;

  private static final int MAX_SHOWN_VALUE = 60;

  private final Source source;
  private final List<Problem> found = new ArrayList<>();
  private int warnings;
  private int badAliases;

  ReadProblems(Source source) {
    this.source = source;
  }

  List<Problem> found() {
    return found;
  }

  void add(Problem problem) {
    found.add(problem);
  }

  void duplicateKey(String name, int firstOffset, int offset, Supplier<String> pointer) {
    warn(
        "contract/duplicate-key",
        offset,
        pointer,
        "the key `"
            + shown(name)
            + "` stands here a second time; the first is in line "
            + source.place(firstOffset, "").line(),
        "remove one of the two; until then the last one counts");
  }

  void notMergeable(Node value, int offset, Supplier<String> pointer) {
    warn(
        "contract/merge-key",
        offset,
        pointer,
        "`<<` merges mappings, but here stands " + shown(BoundedText.of(value, MAX_SHOWN_VALUE)),
        "write `<<: *anchor` with the anchor of a mapping, or quote the key as \"<<\"");
  }

  void unknownTag(String tag, int offset, Supplier<String> pointer) {
    warn(
        "contract/unknown-tag",
        offset,
        pointer,
        "the tag `" + shown(tag) + "` means nothing here; the value is read as if it had none",
        "remove the tag");
  }

  void notJsonNumber(String text, int offset, Supplier<String> pointer) {
    warn(
        "contract/not-a-json-number",
        offset,
        pointer,
        "`" + text + "` has no number in JSON; it is read as a string",
        "quote it if a string is meant, or write a finite number");
  }

  Unreadable tooDeep(int offset, int maxDepth, String pointer) {
    return error(
        "contract/too-deep",
        offset,
        pointer,
        "more than " + maxDepth + " arrays and objects stand inside one another",
        "nest less deeply, or move inner parts to files of their own with $ref");
  }

  Unreadable tooManyNodes(int offset, long maxNodes, String pointer) {
    return error(
        "contract/too-many-values",
        offset,
        pointer,
        String.format(Locale.ROOT, "the document holds more than %,d values", maxNodes),
        "split the document, or repeat less with YAML aliases");
  }

  Unreadable aliasExpansion(String anchor, int offset, long maxNodes, String pointer) {
    return error(
        "contract/alias-expansion",
        offset,
        pointer,
        String.format(
            Locale.ROOT,
            "with `*%s` the aliases repeat more than %,d values",
            shown(anchor),
            maxNodes),
        "use $ref instead of aliases of aliases");
  }

  void unknownAnchor(String anchor, int offset, Supplier<String> pointer) {
    badAlias(
        "contract/unknown-anchor",
        offset,
        pointer,
        "`*" + shown(anchor) + "` refers to an anchor that does not stand before it",
        "write `&" + shown(anchor) + "` at the value that is meant, above this line");
  }

  void recursiveAlias(String anchor, int offset, Supplier<String> pointer) {
    String name = shown(anchor);
    badAlias(
        "contract/recursive-alias",
        offset,
        pointer,
        "`*"
            + name
            + "` stands inside the value that `&"
            + name
            + "` names, so it would contain itself",
        "use $ref for a structure that repeats inside itself");
  }

  private void badAlias(
      String rule, int offset, Supplier<String> pointer, String message, String fix) {
    if (badAliases++ < MAX_ALIASES) {
      found.add(Problem.error(rule, source.place(offset, pointer.get()), message, fix));
    }
  }

  Unreadable keyTooLong(int offset, int maxLength, String pointer) {
    return error(
        "contract/key-too-long",
        offset,
        pointer,
        String.format(
            Locale.ROOT,
            "a key that is a list or a mapping has more than %,d characters as text",
            maxLength),
        "use a text as the key");
  }

  Unreadable numberTooLong(int length, int offset, int maxLength, String pointer) {
    return error(
        "contract/number-too-long",
        offset,
        pointer,
        String.format(
            Locale.ROOT, "a number of %,d characters; %,d are allowed", length, maxLength),
        "quote it if a string is meant");
  }

  Unreadable error(String rule, int offset, String pointer, String message, String fix) {
    return new Unreadable(Problem.error(rule, source.place(offset, pointer), message, fix));
  }

  private void warn(String rule, int offset, Supplier<String> pointer, String message, String fix) {
    if (warnings++ < MAX_WARNINGS) {
      Place place = source.place(offset, pointer.get());
      found.add(Problem.warning(rule, place, message, fix));
    }
  }

  private static String shown(String text) {
    return BoundedText.shown(text, MAX_SHOWN_VALUE);
  }
}
