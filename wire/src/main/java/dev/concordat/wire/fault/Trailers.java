package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The trailers of a response are damaged, in gRPC those that say how the call went. A call that fails at once has them in its
/// head. A response without trailers stays as it is, and the fault counts as unfit.
public record Trailers(Flaw flaw) implements StreamFault {
  /// What happens to the trailers.
  public enum Flaw {
    /// They are left out: the response ends with its body.
    MISSING,
    /// Half of the fields, `grpc-status` among them, are left out.
    TRUNCATED,
    /// Each field comes twice.
    DUPLICATED,
    /// Each value is replaced by one that means nothing.
    CORRUPT
  }

  private static final String NONSENSE = "?%zz";
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final String STATUS = "grpc-status";

  @Override
  public String name() {
    return "trailers";
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      private boolean isAfterHead;

      @Override
      public List<StreamAct> next(StreamAct.Part part) {
        return switch (part) {
          case StreamAct.Head head when isAfterHead || isAll(head) -> damaged(head, !isAfterHead);
          case StreamAct.Head head -> {
            isAfterHead = head.isFinal();
            yield head.isEnd() ? unfit(head) : List.of(head);
          }
          case StreamAct.Body body -> body.isEnd() ? unfit(body) : List.of(body);
        };
      }
    };
  }

  /// Whether a head has the trailers in it, as gRPC calls "Trailers-Only".
  private static boolean isAll(StreamAct.Head head) {
    return head.isEnd() && head.fields().stream().anyMatch(it -> it.name().equals(STATUS));
  }

  private static List<StreamAct> unfit(StreamAct.Part part) {
    return List.of(new StreamAct.Unfit("the response has no trailers"), part);
  }

  private List<StreamAct> damaged(StreamAct.Head head, boolean isHeadToo) {
    if (flaw == Flaw.MISSING && !isHeadToo) {
      return List.of(new StreamAct.Body(NOTHING, true));
    }
    List<Header> kept = new ArrayList<>();
    List<Header> own = new ArrayList<>();
    for (Header each : head.fields()) {
      (isHeadToo && !each.name().startsWith("grpc-") ? kept : own).add(each);
    }
    kept.addAll(damaged(own));
    return List.of(new StreamAct.Head(kept, true));
  }

  private List<Header> damaged(List<Header> fields) {
    return switch (flaw) {
      case MISSING -> List.of();
      case TRUNCATED -> {
        List<Header> rest = fields.stream().filter(it -> !it.name().equals(STATUS)).toList();
        yield rest.subList(0, Math.min(rest.size(), fields.size() / 2));
      }
      case DUPLICATED -> fields.stream().flatMap(it -> List.of(it, it).stream()).toList();
      case CORRUPT -> fields.stream().map(it -> new Header(it.name(), NONSENSE)).toList();
    };
  }
}
