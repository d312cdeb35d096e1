package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/// JSON values as YAML that people read: blocks, literal texts of several lines, quotes only where a reader of YAML 1.1 or
/// 1.2 would take a text for something else. The same value always gives the same text.
public final class YamlText {
  private static final int MAX_SIMPLE_KEY_CHARACTERS = 1_024;
  private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

  /// What YAML 1.1 takes for booleans and nothing.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final Emitter emitter;

  private YamlText(Emitter emitter) {
    this.emitter = emitter;
  }

  /// The value as one document, with a line break at its end.
  public static String of(JsonValue value) {
    var text = new Text();
    var settings =
        DumpSettings.builder()
            .setSplitLines(false)
            .setMaxSimpleKeyLength(MAX_SIMPLE_KEY_CHARACTERS)
            .setBestLineBreak("\n")
            .build();
    new YamlText(new Emitter(settings, text)).write(value);
    return text.all.toString();
  }

  private static final class Text implements StreamDataWriter {
    private final StringBuilder all = new StringBuilder();

    @Override
    public void write(String part) {
      all.append(part);
    }

    @Override
    public void write(String part, int from, int length) {
      all.append(part, from, from + length);
    }
  }

  private void write(JsonValue value) {
    emit(new StreamStartEvent());
    emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    node(value);
    emit(new DocumentEndEvent(false));
    emit(new StreamEndEvent());
  }

  private void emit(Event event) {
    emitter.emit(event);
  }

  private void node(JsonValue value) {
    switch (value) {
      case JsonObject(Map<String, JsonValue> members) -> {
        FlowStyle style = members.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
        emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
        members.forEach(
            (name, member) -> {
              scalar(name, style(name, false));
              node(member);
            });
        emit(new MappingEndEvent());
      }
      case JsonArray(List<JsonValue> items) -> {
        FlowStyle style = items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
        emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
        items.forEach(this::node);
        emit(new SequenceEndEvent());
      }
      case JsonString(String text) -> scalar(text, style(text, true));
      default -> scalar(value.toString(), ScalarStyle.PLAIN);
    }
  }

  private void scalar(String text, ScalarStyle style) {
    emit(new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style));
  }

  /// The style that is asked for; the emitter quotes what cannot be written so.
  private static ScalarStyle style(String text, boolean mayBeBlock) {
    if (text.codePoints().anyMatch(YamlText::isEscaped)) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    if (text.indexOf('\n') >= 0) {
      return mayBeBlock ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    }
    return isPlain(text) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
  }

  /// What nobody sees, and what some readers of YAML take for the end of a line.
  private static boolean isEscaped(int character) {
    boolean isControl = Character.isISOControl(character) && character != '\n';
    return isControl || Character.getType(character) == Character.FORMAT || isBreak(character);
  }

  private static boolean isBreak(int character) {
    return Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(character) == Character.SURROGATE;
  }

  /// Numbers, dates, times and versions begin with a digit, a sign or a dot; the rest of YAML's own words is listed.
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && "0123456789+-.=<~".indexOf(text.charAt(0)) < 0
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
