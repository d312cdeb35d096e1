package dev.concordat.contracts.pact.writing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// One writer at a time for a file, in this process and in others: a lock on a file beside it, which is removed afterwards.
final class FileLocks implements Closeable {
  /// The operating system's locks are the process's, so its threads take turns here.
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path path;
  private final FileChannel channel;

  private FileLocks(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// Runs the work; in a try block around it the lock stays held.
  <T> T whileHeld(Work<T> work) throws IOException {
    return work.run();
  }

  /// Waits until the file may be written.
  static FileLocks acquire(Path file) throws IOException {
    Path path = file.resolveSibling("." + file.getFileName() + ".lock");
    IN_PROCESS.lock();
    try {
      while (true) {
        FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        if (isStillThere(channel, path)) {
          return new FileLocks(path, channel);
        }
        channel.close();
      }
    } catch (IOException e) {
      IN_PROCESS.unlock();
      throw e;
    }
  }

  /// Whoever held the lock before removed its file, and others may have made a new one: only the lock on the file that is
  /// there counts.
  private static boolean isStillThere(FileChannel channel, Path path) throws IOException {
    String mark = UUID.randomUUID().toString();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)));
    try {
      return Files.readString(path).equals(mark);
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
      channel.close();
    } finally {
      IN_PROCESS.unlock();
    }
  }
}
