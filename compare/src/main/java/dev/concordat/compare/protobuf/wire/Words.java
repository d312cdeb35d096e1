package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.TextFormat;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what a reader has that was not sent.
final class Words {
  private static final int MAX_SHOWN = 80;

  private Words() {}

  static String of(
      Content.Gap gap,
      Optional<MessageType> type,
      Peer sender,
      Content.Fields meant,
      Content.Fields read) {
    String place = "`" + name(gap.path(), type, sender) + "` (" + path(gap.path()) + ")";
    String sent = shown(at(meant, gap.path()));
    return gap.isLost()
        ? place + " was sent as " + sent + " and is not seen"
        : place + " was sent as " + sent + " and is read as " + shown(at(read, gap.path()));
  }

  private static String path(List<Integer> path) {
    return path.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  private static String name(List<Integer> path, Optional<MessageType> type, Peer sender) {
    var names = new ArrayList<String>();
    Optional<MessageType> at = type;
    for (int number : path) {
      Optional<FieldSpec> field = at.flatMap(known -> sender.field(known, number));
      names.add(field.map(FieldSpec::name).orElse(String.valueOf(number)));
      at = field.flatMap(known -> sender.message(known.typeName()));
    }
    return String.join(".", names);
  }

  private static List<Content> at(Content.Fields fields, List<Integer> path) {
    List<Content> values = fields.values().getOrDefault(path.getFirst(), List.of());
    return path.size() > 1 && values.size() == 1 && values.getFirst() instanceof Content.Fields one
        ? at(one, path.subList(1, path.size()))
        : values;
  }

  private static String shown(List<Content> values) {
    String shown =
        values.size() == 1
            ? shown(values.getFirst())
            : values.stream().map(Words::shown).collect(Collectors.joining(", ", "[", "]"));
    return shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) + "…" : shown;
  }

  static String shown(Content content) {
    return switch (content) {
      case Content.Whole(var value) -> value.toString();
      case Content.Floating(double value) -> String.valueOf(value);
      case Content.Text(var bytes) -> "\"" + TextFormat.escapeBytes(bytes) + "\"";
      case Content.Fields fields -> "a message";
    };
  }
}
