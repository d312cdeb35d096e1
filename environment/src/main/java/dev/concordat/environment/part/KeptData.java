package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A folder with the data of one server: `postgres` (the cluster), `password`, `lock`. The lock is the kernel's, so it goes
/// with its process however that ends.
record KeptData(PostgresBinaries binaries, Path folder, String password, FileChannel channel)
    implements AutoCloseable {
  static final String IN_USE = "another server uses this data folder";

  private static final String CLUSTER = "postgres";
  private static final String PASSWORD = "password";
  private static final String LOCK = "lock";
  private static final String PID = "postmaster.pid";
  private static final int PASSWORD_BYTES = 24;

  /// The line of `postmaster.pid` with the port (PostgreSQL's `pidfile.h`).
  private static final int PORT_LINE = 3;

  /// How long a server without its master may take to end.
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(10);

  static KeptData open(Path folder, PostgresBinaries binaries)
      throws EnvironmentFailure, InterruptedException {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileChannel channel = lock(absolute);
      try {
        Path cluster = absolute.resolve(CLUSTER);
        if (!Files.isDirectory(cluster)) {
          new KeptCluster(binaries).make(absolute, cluster, newPassword(absolute));
        }
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!binaries.version().startsWith(version + ".")) {
          throw otherVersion(absolute, version, binaries.version());
        }
        return new KeptData(binaries, absolute, readPassword(absolute), channel);
      } catch (IOException | EnvironmentFailure | InterruptedException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          absolute.toString(),
          "the data folder cannot be used: " + e.getClass().getSimpleName() + " " + e.getMessage(),
          "Check its permissions and the free space, or name another folder.");
    }
  }

  Path cluster() {
    return folder.resolve(CLUSTER);
  }

  /// Ends the server that a killed owner left behind: nobody else may have this folder, which we hold.
  void endOrphan() throws InterruptedException {
    for (ProcessHandle orphan : orphan(cluster())) {
      orphan.destroy();
      if (!hasEnded(orphan)) {
        orphan.destroyForcibly();
        hasEnded(orphan);
      }
    }
  }

  private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(ORPHAN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return !process.isAlive();
    }
  }

  private static List<ProcessHandle> orphan(Path cluster) {
    try {
      long pid = Long.parseLong(Files.readAllLines(cluster.resolve(PID)).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()))
          .stream()
          .toList();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException _) {
      return List.of();
    }
  }

  static KeptPostgres.Running running(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(CLUSTER).resolve(PID));
    if (lines.size() <= PORT_LINE) {
      throw new IOException("its server is just starting");
    }
    try {
      return new KeptPostgres.Running(
          Integer.parseInt(lines.get(PORT_LINE).strip()), readPassword(folder));
    } catch (NumberFormatException _) {
      throw new IOException(PID + " has no port");
    }
  }

  private static FileChannel lock(Path folder) throws IOException, EnvironmentFailure {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // Another server of this very process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw EnvironmentFailure.of(
        folder.toString(), IN_USE, "Stop it first, or name another folder with --data.");
  }

  private static EnvironmentFailure otherVersion(Path folder, String has, String ours) {
    return EnvironmentFailure.of(
        folder.toString(),
        "its data are of PostgreSQL " + has + ", and this Concordat brings " + ours,
        "Write a backup with the Concordat that made them, and restore it into a new folder with this one.");
  }

  private static String newPassword(Path folder) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Path making = folder.resolve(PASSWORD + ".new");
    Files.deleteIfExists(making);
    Files.createFile(
        making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(making, password, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
    Files.move(making, folder.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private static String readPassword(Path folder) throws IOException {
    return Files.readString(folder.resolve(PASSWORD), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a cluster beside its place and moves it there when it is complete and on the disk.
  private record KeptCluster(PostgresBinaries binaries) {
    private static final String ACCESS =
        """
        # TYPE  DATABASE  USER      ADDRESS       METHOD
        host    all       all       127.0.0.1/32  scram-sha-256
        """;

    void make(Path folder, Path cluster, String password)
        throws IOException, InterruptedException, EnvironmentFailure {
      Path making = folder.resolve(CLUSTER + ".new");
      Folders.delete(making);
      Folders.copy(binaries.empty(), making);
      Files.writeString(making.resolve("pg_hba.conf"), ACCESS);
      Files.writeString(
          making.resolve("postgresql.auto.conf"), "password_encryption = 'scram-sha-256'\n");
      binaries.user().give(making);
      single(making, "ALTER ROLE " + KeptPostgres.USER + " PASSWORD '" + password + "'");
      single(making, "CREATE DATABASE " + KeptPostgres.DATABASE);
      check(
          ShortCommand.run(
              binaries
                  .user()
                  .command(
                      List.of(
                          binaries.folder().resolve("bin/initdb").toString(),
                          "--sync-only",
                          "--pgdata=" + making)),
              Map.of("TZ", "UTC")));
      Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /// One statement by PostgreSQL's single-user mode, which listens nowhere.
    private void single(Path data, String statement)
        throws InterruptedException, EnvironmentFailure {
      check(
          ShortCommand.run(
              binaries
                  .user()
                  .command(
                      List.of(
                          binaries.folder().resolve("bin/postgres").toString(),
                          "--single",
                          "-F",
                          "-D",
                          data.toString(),
                          "-c",
                          "exit_on_error=on",
                          KeptPostgres.USER)),
              Map.of("TZ", "UTC"),
              statement + "\n"));
    }

    private static void check(ShortCommand command) throws EnvironmentFailure {
      if (!command.isGood()) {
        throw EnvironmentFailure.of(
            Postgres.KIND,
            "the data folder could not be made: exit code " + command.code(),
            "Its output says why.",
            command.lines());
      }
    }
  }
}
