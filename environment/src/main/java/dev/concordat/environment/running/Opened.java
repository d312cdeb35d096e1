package dev.concordat.environment.running;

import dev.concordat.environment.data.Databases;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.KafkaBroker;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.kafka.KafkaGroups;
import dev.concordat.wire.kafka.KafkaObserver;
import dev.concordat.wire.kafka.KafkaSender;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What an environment holds open, and the order in which it is closed. Thread-safe.
final class Opened implements AutoCloseable {
  private final RunFolder run;
  private final Supervisor supervisor;
  private final EventLoops loops;
  private final Links links;
  private final Systems systems;
  private final Map<String, KafkaBroker> brokers = new ConcurrentHashMap<>();
  private final Map<String, KafkaObserver> observers = new ConcurrentHashMap<>();
  private final Map<String, KafkaSender> senders = new ConcurrentHashMap<>();
  private final Map<String, KafkaGroups> groups = new ConcurrentHashMap<>();
  private final List<Thread> background = new CopyOnWriteArrayList<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private volatile @Nullable Databases databases;

  Opened(RunFolder run, Supervisor supervisor, EventLoops loops, Links links, Systems systems) {
    this.run = run;
    this.supervisor = supervisor;
    this.loops = loops;
    this.links = links;
    this.systems = systems;
  }

  RunFolder run() {
    return run;
  }

  Links links() {
    return links;
  }

  void databases(Databases opened) {
    databases = opened;
  }

  Optional<Databases> databases() {
    return Optional.ofNullable(databases);
  }

  void broker(String part, KafkaBroker broker, KafkaObserver observer) {
    brokers.put(part, broker);
    observers.put(part, observer);
  }

  Map<String, KafkaBroker> brokers() {
    return Map.copyOf(brokers);
  }

  Map<String, KafkaObserver> observers() {
    return Map.copyOf(observers);
  }

  KafkaSender sender(String part) {
    return senders.computeIfAbsent(part, name -> KafkaSender.open(bootstrap(name)));
  }

  KafkaGroups groups(String part) {
    return groups.computeIfAbsent(part, name -> KafkaGroups.open(bootstrap(name)));
  }

  private String bootstrap(String part) {
    KafkaBroker broker = brokers.get(part);
    if (broker == null) {
      throw new IllegalArgumentException(part + " is not a broker");
    }
    return broker.bootstrap();
  }

  void background(Thread thread) {
    background.add(thread);
  }

  boolean isClosed() {
    return isClosed.get();
  }

  /// First the children, so that nobody complains in a log about links that are gone.
  @Override
  public void close() {
    if (!isClosed.compareAndSet(false, true)) {
      return;
    }
    background.forEach(Thread::interrupt);
    senders.values().forEach(KafkaSender::close);
    groups.values().forEach(KafkaGroups::close);
    observers.values().forEach(KafkaObserver::close);
    Databases opened = databases;
    if (opened != null) {
      opened.close();
    }
    supervisor.close();
    links.close();
    systems.close();
    loops.close();
    try {
      if (opened != null) {
        opened.saveKept();
      }
      run.close();
    } catch (IOException _) {
      // What is left of the folder is cleared by the next start.
    }
  }
}
