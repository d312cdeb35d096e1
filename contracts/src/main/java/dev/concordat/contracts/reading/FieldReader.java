package dev.concordat.contracts.reading;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.matching.PatternEngine;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// Takes the members of objects apart and notes what is not as it should be; what is absent or wrong is given as
/// nothing. Not thread-safe.
public final class FieldReader {
  /// A file full of mistakes is reported up to here.
  private static final int MAX_PROBLEMS = 1_000;

  /// Longest text in Base64 that is decoded.
  private static final int MAX_BASE64_CHARACTERS = 24 * 1024 * 1024;

  /// How many known names a message lists; beyond, a guess has to do.
  private static final int MAX_LISTED_NAMES = 30;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt((Problem problem) -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private static final SafePatterns PATTERNS = new SafePatterns();

  private final String family;
  private final List<Problem> problems;

  /// @param family what rule ids start with: `stub`
  /// @param already what was found before
  public FieldReader(String family, List<Problem> already) {
    this.family = family;
    this.problems = new ArrayList<>(already);
  }

  /// In the order of the document.
  public List<Problem> problems() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  /// Notes that a sentence cannot be used.
  ///
  /// @param rule without the family: `bad-value`
  public void error(String rule, Place place, String message, String fix) {
    add(Problem.error(family + "/" + rule, place, message, fix));
  }

  /// Notes that a sentence may not be meant, or is not used.
  public void warning(String rule, Place place, String message, String fix) {
    add(Problem.warning(family + "/" + rule, place, message, fix));
  }

  private void add(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  /// The member's text; a number or a boolean counts as it is written.
  public Optional<String> text(ObjectNode object, String name) {
    return scalar(object, name, "a text")
        .map(
            node ->
                node.value() instanceof JsonString(String text) ? text : node.value().toString());
  }

  /// The member's whole number; digits in quotes count.
  public Optional<Integer> integer(ObjectNode object, String name) {
    Optional<ScalarNode> node = scalar(object, name, "a whole number");
    Optional<String> text = text(object, name);
    try {
      return text.map(digits -> Integer.valueOf(digits.strip()));
    } catch (NumberFormatException e) {
      node.ifPresent(wrong -> mismatch(name, wrong, "a whole number"));
      return Optional.empty();
    }
  }

  /// Whether the member is there and true.
  public boolean flag(ObjectNode object, String name) {
    Optional<ScalarNode> node = scalar(object, name, "true or false");
    if (node.isPresent() && node.get().value() instanceof JsonBoolean(boolean value)) {
      return value;
    }
    node.ifPresent(wrong -> mismatch(name, wrong, "true or false"));
    return false;
  }

  private Optional<ScalarNode> scalar(ObjectNode object, String name, String wanted) {
    Optional<Node> member = Reading.member(object, name);
    if (member.isPresent() && !(member.get() instanceof ScalarNode)) {
      mismatch(name, member.get(), wanted);
    }
    return member.filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }

  public Optional<ObjectNode> object(ObjectNode object, String name) {
    return Reading.member(object, name).flatMap(node -> object(node, name));
  }

  /// The node as an object.
  ///
  /// @param noun what it is, for the message
  public Optional<ObjectNode> object(Node node, String noun) {
    if (node instanceof ObjectNode found) {
      return Optional.of(found);
    }
    mismatch(noun, node, "an object");
    return Optional.empty();
  }

  /// The items of the member; none where it is absent.
  public List<Node> items(ObjectNode object, String name) {
    return switch (Reading.member(object, name).orElse(null)) {
      case null -> List.of();
      case ArrayNode array -> array.items();
      case Node other -> {
        mismatch(name, other, "a list");
        yield List.of();
      }
    };
  }

  /// The items of the member that are objects; the others are problems.
  ///
  /// @param noun what each of them is, for the message
  public List<ObjectNode> objects(ObjectNode object, String name, String noun) {
    return items(object, name).stream().flatMap(node -> object(node, noun).stream()).toList();
  }

  /// The members of the object that the member is; none where it is absent.
  public List<ObjectNode.Member> members(ObjectNode object, String name) {
    return object(object, name).map(ObjectNode::members).orElse(List.of());
  }

  /// The member's bytes, which it gives in Base64.
  public Optional<Bytes> base64(ObjectNode object, String name) {
    Optional<ScalarNode> node = scalar(object, name, "Base64");
    return node.flatMap(found -> base64(found, text(object, name).orElse("")));
  }

  /// The bytes that a text gives in Base64.
  public Optional<Bytes> base64(Node node, String text) {
    if (text.length() > MAX_BASE64_CHARACTERS) {
      error(
          "body-too-big",
          node.place(),
          String.format(
              Locale.ROOT,
              "the body has %,d characters of Base64; %,d are allowed",
              text.length(),
              MAX_BASE64_CHARACTERS),
          "put the body in a file of its own");
      return Optional.empty();
    }
    try {
      return Optional.of(Bytes.of(Base64.getDecoder().decode(text.strip())));
    } catch (IllegalArgumentException e) {
      error(
          "bad-body",
          node.place(),
          Shown.text(text) + " is not Base64",
          "encode the body's bytes, or give it as text");
      return Optional.empty();
    }
  }

  /// Notes a regular expression that is none, or that is too long to be run.
  public void checkRegex(Node node, String pattern) {
    PatternEngine.Answer answer = PATTERNS.match(pattern, "");
    if (answer == PatternEngine.Answer.NOT_A_PATTERN) {
      error("bad-regex", node.place(), Shown.text(pattern) + " is not a regular expression", "");
    } else if (answer == PatternEngine.Answer.TOO_COSTLY) {
      error(
          "regex-too-costly",
          node.place(),
          "the regular expression " + Shown.text(pattern) + " is too long to be run",
          "write a shorter one");
    }
  }

  /// Notes members that the format does not have. Names that start with `x-`, `_` or `$` are left to other tools.
  ///
  /// @param noun whose members they are: `a response`
  public void expectOnly(ObjectNode object, String noun, Collection<String> known) {
    for (ObjectNode.Member member : object.members()) {
      String name = member.name();
      boolean isExtension = name.startsWith("x-") || name.startsWith("_") || name.startsWith("$");
      if (!isExtension && !known.contains(name)) {
        String guess = DidYouMean.sentence(name, known);
        warning(
            "unknown-member",
            member.place(),
            noun + " has no member " + Shown.text(name) + "; it is not used",
            guess.isEmpty() ? listed(known) : guess.strip());
      }
    }
  }

  private static String listed(Collection<String> known) {
    return known.size() > MAX_LISTED_NAMES
        ? "remove it"
        : "its members are " + String.join(", ", new TreeSet<>(known));
  }

  /// Notes a member of the wrong type or with a value that is not allowed.
  public void mismatch(String name, Node node, String wanted) {
    error("bad-value", node.place(), name + " is " + Shown.node(node) + ", not " + wanted, "");
  }
}
