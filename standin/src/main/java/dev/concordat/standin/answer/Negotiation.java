package dev.concordat.standin.answer;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client takes (RFC 9110 section 12.5.1).
///
/// @param ranges as sent, with what each is worth
public record Negotiation(List<Range> ranges) {
  private static final MediaType JSON = new MediaType("application", "json", Map.of());
  private static final MediaType TEXT = new MediaType("text", "plain", Map.of());
  private static final MediaType IMAGE = new MediaType("image", "png", Map.of());
  private static final MediaType BYTES = new MediaType("application", "octet-stream", Map.of());
  private static final List<MediaType> CONCRETE = List.of(JSON, TEXT, IMAGE, BYTES);
  private static final int MAX_RANGES = 50;

  public Negotiation {
    ranges = List.copyOf(ranges);
  }

  /// A media range with its weight from 0 to 1.
  public record Range(MediaType type, double quality) {}

  /// A documented media type, with the one of its range that is sent.
  public record Choice(MediaTypeSpec spec, MediaType type) {}

  /// Reads an Accept header; without one, everything is taken.
  public static Negotiation of(Optional<String> accept) {
    var ranges = new ArrayList<Range>();
    for (String text : accept.orElse("").split(",", MAX_RANGES)) {
      MediaType.parse(text).ifPresent(type -> ranges.add(new Range(type, quality(type))));
    }
    return new Negotiation(ranges);
  }

  private static double quality(MediaType type) {
    try {
      return Math.clamp(Double.parseDouble(type.parameter("q").orElse("1")), 0, 1);
    } catch (NumberFormatException unreadable) {
      return 1;
    }
  }

  /// The documented media type that the client likes best, JSON before others, then the contract's order; nothing when it
  /// takes none of them.
  public Optional<Choice> choose(List<MediaTypeSpec> documented) {
    Choice best = null;
    double worth = 0;
    for (MediaTypeSpec spec : documented) {
      MediaType type = concrete(spec.mediaType());
      double own = worth(type);
      if (own > worth || (own > 0 && own == worth && best != null && isBetter(type, best.type()))) {
        best = new Choice(spec, type);
        worth = own;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The same for answers that are sent whatever the client takes.
  public Optional<Choice> chooseAnyway(List<MediaTypeSpec> documented) {
    return choose(documented).or(() -> new Negotiation(List.of()).choose(documented));
  }

  private static boolean isBetter(MediaType one, MediaType other) {
    return one.isJson() && !other.isJson();
  }

  /// The most specific range that a type falls under says what it is worth.
  private double worth(MediaType type) {
    if (ranges.isEmpty()) {
      return 1;
    }
    int closest = -1;
    double worth = 0;
    for (Range range : ranges) {
      int specificity = range.type().type().equals("*") ? 0 : range.type().isRange() ? 1 : 2;
      if (range.type().includes(type) && specificity > closest) {
        closest = specificity;
        worth = range.quality();
      }
    }
    return worth;
  }

  private static MediaType concrete(MediaType documented) {
    if (!documented.isRange()) {
      return documented;
    }
    return CONCRETE.stream()
        .filter(documented::includes)
        .findFirst()
        .orElseGet(() -> new MediaType(documented.type(), "x-concordat", Map.of()));
  }
}
