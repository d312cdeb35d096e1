package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry whose disk is full: a small file system of its own, which only an administrator can mount.
@Tag("soak")
final class FullDiskTest {
  private static final long SEED = 20_261_129;
  private static final int DISK_MEGABYTES = 160;
  private static final int LEFT_BYTES = 12 << 20;
  private static final int PACT_BYTES = 300_000;
  private static final int MAX_PUBLICATIONS = 500;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern URL = Pattern.compile("\"url\":\\s*\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\\s*\"([^\"]+)\"");

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final List<String> acknowledged = new ArrayList<>();
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=" + DISK_MEGABYTES + "m,mode=755",
            "tmpfs",
            disk.toString()),
        "this user may not mount a small disk");
  }

  @AfterEach
  void unmount() throws Exception {
    var _ = run("umount", "--lazy", disk.toString());
  }

  @Test
  void whatWasAcknowledgedIsKeptAndPublishingGoesOnWhenThereIsRoomAgain() throws Exception {
    // Given
    Path data = disk.resolve("data");
    Process server = serve(data);
    String url = await(server, URL);
    Path filler = disk.resolve("filler");
    try (RegistryCalls calls =
        new RegistryCalls(HttpClient.newHttpClient(), await(server, TOKEN))) {
      assertThat(publish(calls, url, 0)).isEqualTo(200);
      long free = Files.getFileStore(disk).getUsableSpace();
      Files.write(filler, new byte[(int) (free - LEFT_BYTES)]);

      // When
      int refused = 200;
      int number = 1;
      for (; refused == 200 && number < MAX_PUBLICATIONS; number++) {
        refused = publish(calls, url, number);
      }
      Files.delete(filler);
      if (server.waitFor(1, TimeUnit.SECONDS)) {
        server = serve(data);
        url = await(server, URL);
      }
      int later = publishUntilKept(calls, url, number);

      // Then
      assertThat(refused).isIn(507, 503, 0);
      assertThat(later).isEqualTo(200);
      assertThat(KeptPublications.of(data)).containsAll(acknowledged);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private int publishUntilKept(RegistryCalls calls, String url, int number) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    int status = publish(calls, url, number);
    while (status != 200 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      status = publish(calls, url, number);
    }
    return status;
  }

  /// Something that cannot be compressed.
  private int publish(RegistryCalls calls, String url, int number) throws InterruptedException {
    byte[] noise = new byte[PACT_BYTES / 2];
    random.nextBytes(noise);
    String version = String.valueOf(number);
    int status =
        calls.post(
            url,
            "/publications",
            RegistryCalls.publication("web", version, HexFormat.of().formatHex(noise)));
    if (status == 200) {
      acknowledged.add("web " + version);
    }
    return status;
  }

  private Process serve(Path data) throws IOException {
    return ConcordatProcess.start(
        CommandTester.HOME,
        folder,
        "serve",
        "--port",
        "0",
        "--format",
        "json",
        "--data",
        data.toString());
  }

  private String await(Process process, Pattern pattern) throws Exception {
    return ConcordatProcess.await(process, folder, pattern).group(1);
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
