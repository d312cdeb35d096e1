package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Changed.MethodAspect;
import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.ServiceSpec;
import dev.concordat.contracts.protobuf.ServiceSpec.Method;
import java.util.Optional;

/// Services that are on both sides, by their full names, with their methods.
final class ServiceChecks {
  private static final int REQUEST = 2;
  private static final int RESPONSE = 3;
  private static final int OPTIONS = 4;
  private static final int IDEMPOTENCY_LEVEL = 34;

  private final Side before;
  private final Side after;
  private final Findings findings;

  ServiceChecks(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
  }

  void check() {
    before
        .services()
        .forEach(
            (name, old) -> {
              Declared<ServiceSpec> now = after.services().get(name);
              if (now != null) {
                check(old, now);
              }
            });
  }

  private void check(Declared<ServiceSpec> old, Declared<ServiceSpec> now) {
    for (Method method : old.what().methods()) {
      Optional<Method> same = now.what().method(method.name());
      if (same.isPresent()) {
        check(new Pair(old, method, now, same.get()));
      } else {
        findings.add(
            BufRule.RPC_NO_DELETE,
            new Changed.OfMethod(method, Optional.empty(), MethodAspect.REMOVED),
            At.span(now.file(), now.what().located().exactly()),
            At.span(old.file(), method.located().exactly()),
            "the method `" + method.name() + "` of `" + old.what().name() + "` is gone");
      }
    }
  }

  private record Pair(
      Declared<ServiceSpec> oldService,
      Method before,
      Declared<ServiceSpec> newService,
      Method after) {
    At now(int... parts) {
      return At.span(newService.file(), after.located().exactly(parts));
    }

    At was(int... parts) {
      return At.span(oldService.file(), before.located().exactly(parts));
    }
  }

  private void check(Pair pair) {
    same(
        BufRule.RPC_SAME_CLIENT_STREAMING,
        pair,
        MethodAspect.CLIENT_STREAMING,
        requests(pair.before()),
        requests(pair.after()));
    same(
        BufRule.RPC_SAME_SERVER_STREAMING,
        pair,
        MethodAspect.SERVER_STREAMING,
        responses(pair.before()),
        responses(pair.after()));
    same(
        BufRule.RPC_SAME_REQUEST_TYPE,
        pair,
        MethodAspect.REQUEST_TYPE,
        "takes `" + pair.before().requestType() + "`",
        "takes `" + pair.after().requestType() + "`",
        REQUEST);
    same(
        BufRule.RPC_SAME_RESPONSE_TYPE,
        pair,
        MethodAspect.RESPONSE_TYPE,
        "answers with `" + pair.before().responseType() + "`",
        "answers with `" + pair.after().responseType() + "`",
        RESPONSE);
    same(
        BufRule.RPC_SAME_IDEMPOTENCY_LEVEL,
        pair,
        MethodAspect.IDEMPOTENCY,
        "is " + pair.before().idempotency(),
        "is " + pair.after().idempotency(),
        OPTIONS,
        IDEMPOTENCY_LEVEL);
  }

  private static String requests(Method method) {
    return method.isClientStreaming() ? "takes a stream" : "takes one message";
  }

  private static String responses(Method method) {
    return method.isServerStreaming() ? "answers with a stream" : "answers with one message";
  }

  private void same(
      BufRule rule, Pair pair, MethodAspect aspect, String was, String is, int... parts) {
    if (!was.equals(is)) {
      findings.add(
          rule,
          new Changed.OfMethod(pair.before(), Optional.of(pair.after()), aspect),
          pair.now(parts),
          pair.was(parts),
          "`" + pair.before().fullName() + "` " + is + "; before, it " + was);
    }
  }
}
