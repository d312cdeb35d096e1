package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors;
import dev.concordat.contracts.temporary.TemporaryFolder;
import dev.concordat.model.exchange.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The compiler of `.proto` files and the files that come with it. Thread-safe.
///
/// @param executable the compiler
/// @param includes a folder that holds `google/protobuf/*.proto`
/// @param limit how long one run may take
public record Protoc(Path executable, Path includes, Duration limit) {
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);
  private static final int MAX_ERROR_BYTES = 1 << 20;
  private static final int MAX_OUTPUT_BYTES = 64 << 20;
  private static final int MAX_STARTS = 20;
  private static final long START_AGAIN_MILLIS = 20;
  private static final List<String> INCLUDED =
      List.of(
          "any",
          "api",
          "descriptor",
          "duration",
          "empty",
          "field_mask",
          "java_features",
          "source_context",
          "struct",
          "timestamp",
          "type",
          "wrappers");

  /// What came of a run.
  sealed interface Outcome {
    /// The files are right.
    ///
    /// @param errors what the compiler said, warnings included
    record Compiled(Bytes descriptorSet, String errors) implements Outcome {}

    /// The files are wrong.
    record Refused(String errors) implements Outcome {}

    /// The compiler did not end, or wrote more than is allowed.
    record Stopped(String reason) implements Outcome {}
  }

  /// The compiler that comes with Concordat, unpacked on first use into a temporary folder that goes when the program ends.
  public static Protoc bundled() {
    return Bundled.PROTOC;
  }

  private static final class Bundled {
    static final Protoc PROTOC = unpack();

    private static Protoc unpack() {
      try {
        Path folder = TemporaryFolder.create("concordat-protoc").path();
        Path executable = folder.resolve("protoc.exe");
        copy(Protoc.class, "protoc.exe", executable);
        if (!executable.toFile().setExecutable(true)) {
          throw new IOException("`" + executable + "` cannot be made executable");
        }
        Path google = folder.resolve("google");
        Path includes = google.resolve("protobuf");
        Files.createDirectories(includes);
        for (String name : INCLUDED) {
          copy(
              Descriptors.class,
              "/google/protobuf/" + name + ".proto",
              includes.resolve(name + ".proto"));
        }
        return new Protoc(executable, folder, DEFAULT_LIMIT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void copy(Class<?> beside, String resource, Path to) throws IOException {
      try (InputStream in = beside.getResourceAsStream(resource)) {
        if (in == null) {
          throw new FileNotFoundException(resource + " is not on the class path");
        }
        Files.copy(in, to);
      }
    }
  }

  /// Whether the import is one of those that come with the compiler.
  boolean includes(String name) {
    return name.startsWith("google/protobuf/")
        && INCLUDED.contains(name.substring("google/protobuf/".length()).replace(".proto", ""))
        && name.endsWith(".proto");
  }

  /// Compiles files.
  ///
  /// @param sources a folder that holds them and all they import; the run's output is written beside it
  /// @param names relative to that folder
  Outcome run(Path sources, List<String> names) throws IOException {
    if (!Files.isExecutable(executable)) {
      throw new IOException("`" + executable + "` is no program");
    }
    Path out = sources.resolveSibling("set.binpb");
    Path errors = sources.resolveSibling("errors.txt");
    try {
      var command = new ArrayList<String>();
      command.add(executable.toString());
      command.add("--proto_path=" + sources);
      command.add("--proto_path=" + includes);
      command.add("--include_imports");
      command.add("--include_source_info");
      command.add("--descriptor_set_out=" + out);
      command.addAll(names);
      Process process = start(command, sources, errors);
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          return new Outcome.Stopped("did not end within " + limit.toSeconds() + " s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Outcome.Stopped("was interrupted");
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        return new Outcome.Refused(head(errors));
      }
      return Files.size(out) > MAX_OUTPUT_BYTES
          ? new Outcome.Stopped("wrote more than " + (MAX_OUTPUT_BYTES >> 20) + " MiB")
          : new Outcome.Compiled(Bytes.of(Files.readAllBytes(out)), head(errors));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(errors);
    }
  }

  private static Process start(List<String> command, Path folder, Path errors) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    builder.environment().clear();
    for (int attempt = 1; ; attempt++) {
      try {
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
      } catch (IOException e) {
        // A child that another thread forked while the executable was being written may still hold
        // it open (ETXTBSY).
        boolean isBusy = String.valueOf(e.getMessage()).contains("error=26");
        if (!isBusy || attempt == MAX_STARTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(START_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the compiler was starting", e);
    }
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
    }
  }
}
