package dev.concordat.environment.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder of a run that this process owns, until it is closed. A lock on a file in it says so; the kernel releases the
/// lock however the process ends. Thread-safe.
public final class RunFolder implements AutoCloseable {
  static final String LOCK = "lock";
  static final String OWNER = "owner";
  static final String PROCESSES = "processes";
  static final String FINISHED = "finished";
  static final String DATA = "data";

  /// Data that somebody wants to look at later.
  public static final String KEPT = "kept";

  /// The runs of this process. Their locks must not be tried: closing any channel of a file drops this process's lock.
  static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_RANGE = 0x10000;

  private final Path path;
  private final FileChannel channel;

  private RunFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// The folder gets its name only once it is locked, so nobody takes it for one of a dead process.
  static RunFolder create(Path runs, String workspace) throws IOException {
    String id = TIME.format(Instant.now()) + "-" + "%04x".formatted(RANDOM.nextInt(RANDOM_RANGE));
    Path making = Files.createDirectories(runs.resolve(".new-" + id));
    Path path = runs.resolve(id);
    var channel =
        FileChannel.open(
            making.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.lock();
      if (!lock.isValid()) {
        throw new IOException("the run folder's lock is not valid");
      }
      ProcessId self = ProcessId.current();
      Files.write(
          making.resolve(OWNER),
          List.of(String.valueOf(self.pid()), self.start().toString(), workspace));
      Files.createDirectories(making.resolve("logs"));
      OWN.add(path);
      Files.move(making, path, StandardCopyOption.ATOMIC_MOVE);
      return new RunFolder(path, channel);
    } catch (IOException e) {
      OWN.remove(path);
      channel.close();
      throw e;
    }
  }

  /// Unique in its home, and in the order of time.
  public String id() {
    return path.getFileName().toString();
  }

  public Path path() {
    return path;
  }

  /// The log file of a system or part.
  public Path log(String name) {
    return path.resolve("logs").resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".log");
  }

  /// A folder for a part's data, removed when the run is over.
  public Path data(String name) throws IOException {
    return Files.createDirectories(path.resolve(DATA).resolve(name));
  }

  /// Notes a child, so that it can be ended if this process and the child's watchdog are both killed.
  public synchronized void started(String name, long pid) throws IOException {
    var process = ProcessId.of(pid);
    if (process.isPresent()) {
      Files.writeString(
          path.resolve(PROCESSES),
          pid + " " + process.get().start() + " " + name + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /// The run is over: its children are gone. Logs and reports stay, data go.
  @Override
  public void close() throws IOException {
    Files.writeString(path.resolve(FINISHED), Instant.now().toString());
    Folders.delete(path.resolve(DATA));
    channel.close();
    OWN.remove(path);
  }
}
