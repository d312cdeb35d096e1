package dev.concordat.drift.fix;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Changes single values of a JSON text and leaves every other character as it is.
final class JsonEdit {
  private JsonEdit() {}

  /// The text with a value at a place, put in where the member is absent; empty where the place cannot be reached.
  static Optional<String> set(String text, List<String> way, JsonValue value) {
    return SpanReader.read(text).flatMap(root -> set(text, root, way, JsonText.compact(value)));
  }

  private static Optional<String> set(String text, Span root, List<String> way, String written) {
    Optional<Span> there = root.follow(way);
    if (there.isPresent()) {
      return Optional.of(replaced(text, there.get().start(), there.get().end(), written));
    }
    Optional<Span> holder =
        way.isEmpty() ? Optional.empty() : root.follow(way.subList(0, way.size() - 1));
    return holder
        .filter(span -> span.kind() == Span.Kind.OBJECT)
        .map(span -> inserted(text, span, way.getLast(), written));
  }

  private static String inserted(String text, Span object, String name, String written) {
    String member = JsonText.compact(new JsonString(name)) + ": " + written;
    if (object.inner().isEmpty()) {
      return replaced(text, object.start(), object.end(), "{" + member + "}");
    }
    int last = object.inner().size() - 1;
    int before = last == 0 ? object.start() + 1 : object.inner().get(last - 1).end();
    String gap = text.substring(before, object.nameStarts().get(last)).replace(",", "");
    String space = gap.isEmpty() && last == 0 ? " " : gap;
    int end = object.inner().get(last).end();
    return replaced(text, end, end, "," + space + member);
  }

  /// The text with one more item at the end of a list; empty where there is no list.
  static Optional<String> append(String text, List<String> way, JsonValue item) {
    String written = JsonText.compact(item);
    return SpanReader.read(text)
        .flatMap(root -> root.follow(way))
        .filter(list -> list.kind() == Span.Kind.ARRAY)
        .map(
            list ->
                list.inner().isEmpty()
                    ? replaced(text, list.start(), list.end(), "[" + written + "]")
                    : replaced(
                        text,
                        list.inner().getLast().end(),
                        list.inner().getLast().end(),
                        ", " + written));
  }

  /// The text without a member or an item; empty where there is none.
  static Optional<String> remove(String text, List<String> way) {
    if (way.isEmpty()) {
      return Optional.empty();
    }
    return SpanReader.read(text)
        .flatMap(root -> root.follow(way.subList(0, way.size() - 1)))
        .filter(holder -> holder.follow(List.of(way.getLast())).isPresent())
        .map(
            holder ->
                holder.kind() == Span.Kind.ARRAY
                    ? removedItem(text, holder, Integer.parseInt(way.getLast()))
                    : removed(text, holder, holder.at(way.getLast())));
  }

  private static String removedItem(String text, Span list, int at) {
    int start = list.inner().get(at).start();
    int end = list.inner().get(at).end();
    if (at > 0) {
      start = list.inner().get(at - 1).end();
    } else if (list.inner().size() > 1) {
      end = list.inner().get(1).start();
    }
    return replaced(text, start, end, "");
  }

  private static String removed(String text, Span object, int at) {
    int start = object.nameStarts().get(at);
    int end = object.inner().get(at).end();
    if (at > 0) {
      start = object.inner().get(at - 1).end();
    } else if (object.inner().size() > 1) {
      end = object.nameStarts().get(1);
    }
    return replaced(text, start, end, "");
  }

  private static String replaced(String text, int start, int end, String written) {
    return text.substring(0, start) + written + text.substring(end);
  }
}
