package dev.concordat.contracts.jsonpath;

import dev.concordat.contracts.jsonpath.Query.Segment;
import dev.concordat.contracts.jsonpath.Query.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads queries and their segments (RFC 9535 sections 2.2 to 2.5).
final class PathParser extends FilterParser {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");
  private static final long MAX_INTEGER = (1L << 53) - 1;

  PathParser(String text) {
    super(text);
  }

  Query parse() {
    need("$");
    Query query = new Query(true, segments());
    if (!isAtEnd()) {
      throw refuse("`" + peek() + "` is not expected here");
    }
    return query;
  }

  @Override
  List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    while (true) {
      int before = at;
      blanks();
      if (take("..")) {
        segments.add(new Segment(true, peek() == '[' ? bracketed() : dotted()));
      } else if (take(".")) {
        segments.add(new Segment(false, dotted()));
      } else if (peek() == '[') {
        segments.add(new Segment(false, bracketed()));
      } else {
        at = before;
        return segments;
      }
    }
  }

  private List<Selector> dotted() {
    return List.of(take("*") ? new Selector.Wildcard() : new Selector.Name(shorthand()));
  }

  private List<Selector> bracketed() {
    need("[");
    var selectors = new ArrayList<Selector>();
    do {
      blanks();
      selectors.add(selector());
      blanks();
    } while (take(","));
    need("]");
    return selectors;
  }

  private Selector selector() {
    if (peek() == '\'' || peek() == '"') {
      return new Selector.Name(quoted());
    }
    if (take("*")) {
      return new Selector.Wildcard();
    }
    if (take("?")) {
      blanks();
      return new Selector.Filter(condition());
    }
    return position();
  }

  private Selector position() {
    OptionalLong first = integer();
    blanks();
    if (!take(":")) {
      return new Selector.Index(
          first.orElseThrow(() -> refuse("a name in quotes, an index, `*` or `?` is missing")));
    }
    blanks();
    OptionalLong end = integer();
    blanks();
    OptionalLong step = OptionalLong.empty();
    if (take(":")) {
      blanks();
      step = integer();
    }
    return new Selector.Slice(first, end, step.orElse(1));
  }

  private OptionalLong integer() {
    Matcher matcher = INTEGER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(matcher.group());
    if (Math.abs(value) > MAX_INTEGER) {
      throw refuse("the number is too large");
    }
    at = matcher.end();
    if (peek() >= '0' && peek() <= '9') {
      throw refuse("a number does not begin with 0 and has not more than 16 digits");
    }
    return OptionalLong.of(value);
  }
}
