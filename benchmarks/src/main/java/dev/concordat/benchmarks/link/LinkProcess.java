package dev.concordat.benchmarks.link;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A link in a process of its own, observing everything: the last exchanges are kept, as a run keeps them.
public final class LinkProcess {
  private static final int KEPT = 1_000;

  private LinkProcess() {}

  public static void main(String[] arguments) throws Exception {
    InetSocketAddress provider =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    AtomicReferenceArray<Exchange> kept = new AtomicReferenceArray<>(KEPT);
    AtomicLong count = new AtomicLong();
    try (EventLoops loops = EventLoops.open(1);
        HttpLink link =
            HttpLink.open(
                new LinkName("load", "provider"),
                provider,
                Wiring.of(
                    loops,
                    exchange -> kept.set((int) (count.getAndIncrement() % KEPT), exchange)))) {
      System.out.println(link.address().getPort());
      System.in.read();
    }
  }
}
