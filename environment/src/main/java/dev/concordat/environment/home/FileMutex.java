package dev.concordat.environment.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Held by one thread of one process at a time; the kernel releases it when its process dies. File locks alone hold between
/// processes only.
public final class FileMutex implements AutoCloseable {
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final FileChannel channel;

  private FileMutex(ReentrantLock thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /// Waits until it is free.
  public static FileMutex lock(Path file) throws IOException, InterruptedException {
    Path path = file.toAbsolutePath().normalize();
    ReentrantLock thread = THREADS.computeIfAbsent(path, _ -> new ReentrantLock());
    thread.lockInterruptibly();
    boolean isLocked = false;
    try {
      Files.createDirectories(path.resolveSibling("."));
      var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      isLocked = channel.lock().isValid();
      return new FileMutex(thread, channel);
    } catch (FileLockInterruptionException _) {
      throw new InterruptedException("interrupted while another process held " + path);
    } finally {
      if (!isLocked) {
        thread.unlock();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      thread.unlock();
    }
  }
}
