package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// JSON bodies that a reader may take or refuse (RFC 8259 sections 4, 8.1 and 9; RFC 9110 section 8.3), but not fall over.
final class LenientFlaws {
  /// No byte of UTF-8.
  private static final int NO_UTF8 = 0xff;

  private final Drafts drafts;

  LenientFlaws(Drafts drafts) {
    this.drafts = drafts;
  }

  List<Deviant> all() {
    Optional<MediaTypeSpec> spec = drafts.mediaType().filter(s -> s.mediaType().isJson());
    var all = new ArrayList<Deviant>();
    spec.ifPresent(
        s -> {
          add(all, s, "duplicate-key", "with a member twice", "RFC 8259 section 4", this::twice);
          add(all, s, "trailing-comma", "with a comma too many", "RFC 8259 section 9", this::comma);
          add(
              all,
              s,
              "encoding",
              "with bytes that are no UTF-8",
              "RFC 8259 section 8.1",
              this::bytes);
          all.add(
              deviant(
                  s,
                  "no-media-type",
                  "without a media type",
                  "RFC 9110 section 8.3",
                  value -> Optional.of(new Body.Raw("", Bytes.utf8(JsonText.compact(value))))));
        });
    return all;
  }

  private void add(
      List<Deviant> all,
      MediaTypeSpec spec,
      String keyword,
      String what,
      String reason,
      Function<JsonValue, Optional<Bytes>> damage) {
    String type = spec.mediaType().toString();
    all.add(
        deviant(
            spec,
            keyword,
            what,
            reason,
            value -> damage.apply(value).map(bytes -> new Body.Raw(type, bytes))));
  }

  private Deviant deviant(
      MediaTypeSpec spec,
      String keyword,
      String what,
      String reason,
      Function<JsonValue, Optional<Body.Raw>> writer) {
    var title =
        new Title(
            "invalid/body-" + keyword,
            "body " + what,
            reason,
            new Sentence(spec.place(), spec.sourceLine()));
    return new Deviant(
        new Flaw("body", keyword),
        Outcome.ANSWERED,
        () ->
            drafts
                .base("invalid/body")
                .flatMap(
                    draft ->
                        draft.body() instanceof Body.Value(MediaTypeSpec ignored, JsonValue value)
                            ? writer
                                .apply(value)
                                .flatMap(raw -> drafts.renewed(draft.with(raw), keyword).request())
                            : Optional.empty())
                .<Deviant.Made>map(request -> new Deviant.Request(title, request))
                .orElseGet(Deviant.Nothing::new));
  }

  private Optional<Bytes> twice(JsonValue value) {
    if (!(value instanceof JsonObject(Map<String, JsonValue> members)) || members.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<String, JsonValue> first = members.entrySet().iterator().next();
    String text = JsonText.compact(value);
    String again = new JsonString(first.getKey()) + ":" + first.getValue();
    return Optional.of(Bytes.utf8(text.substring(0, text.length() - 1) + "," + again + "}"));
  }

  private Optional<Bytes> comma(JsonValue value) {
    String text = JsonText.compact(value);
    boolean hasInside = (text.endsWith("}") || text.endsWith("]")) && text.length() > 2;
    return hasInside
        ? Optional.of(
            Bytes.utf8(text.substring(0, text.length() - 1) + "," + text.charAt(text.length() - 1)))
        : Optional.empty();
  }

  /// A byte that UTF-8 never has, inside the first text.
  private Optional<Bytes> bytes(JsonValue value) {
    String text = JsonText.compact(value);
    int at = text.indexOf(":\"");
    if (at < 0) {
      return Optional.empty();
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(text.substring(0, at + 2).getBytes(StandardCharsets.UTF_8));
    out.write(NO_UTF8);
    out.writeBytes(text.substring(at + 2).getBytes(StandardCharsets.UTF_8));
    return Optional.of(Bytes.of(out.toByteArray()));
  }
}
