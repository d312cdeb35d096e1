package dev.concordat.registry.page;

import static dev.concordat.registry.page.PageServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What proofs besides verifications, and contracts of both sides, add to the pages.
@Tag("slow")
class MapStatesTest {
  private PageServer server;

  @BeforeEach
  void open() throws Exception {
    server = PageServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void thePictureIsThereAsPixelsOrItIsSaidWhatTheMachineLacks() throws Exception {
    server.shop();

    HttpResponse<byte[]> image =
        server.client().send(server.request("/ui/map.png").build(), BodyHandlers.ofByteArray());

    if (image.statusCode() == 501) {
      assertThat(new String(image.body(), StandardCharsets.UTF_8)).contains("fontconfig");
    } else {
      assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.body()));
      assertThat(read.getWidth()).isGreaterThan(600);
      assertThat(colours(read)).contains(0xffc0271f, 0xff18794e);
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  @Test
  void aPairWhoseMocksLieIsDriftingUntilANewerProofSaysOtherwise() throws Exception {
    // Given
    server.shop();
    prove("web", false);
    prove("orders", false);

    // When
    HttpResponse<String> map = server.get("/ui");
    String stock = words(server.get("/ui/systems/stock"));
    prove("web", true);

    // Then
    assertThat(words(map))
        .contains("5 pairs: 1 broken, 1 unknown, 2 drifting, 1 proved.")
        .contains("web 1.0.0 orders 1.0.0 ≈ drifting mocks of web no longer tell the truth");
    assertThat(map.body()).contains("web → stock: drifting");
    assertThat(stock).contains("≈ drifting");
    assertThat(words(server.get("/ui")))
        .contains("5 pairs: 1 broken, 1 unknown, 1 drifting, 2 proved.")
        .contains("mocks of orders no longer tell the truth");
    assertThat(words(server.get("/ui?environment=production"))).contains("2 drifting");
  }

  private void prove(String system, boolean success) {
    var _ =
        server
            .database()
            .write(
                handle -> {
                  new Scene(handle).prove(system, "1.0.0", "drift", success);
                  return true;
                });
  }

  @Test
  void aSystemSaysWhoUsesWhichOperation() throws Exception {
    // Given
    server.shop();
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Provides.write(handle, "1.0.0", "integer");
                  new Scene(handle).publish("mail", "1.0.0", "stock", "stock/tea");
                  return true;
                });

    // When
    String stock = words(server.get("/ui/systems/stock"));

    // Then
    assertThat(stock)
        .contains("GET /stock/{sku} mail 1.0.0 yes")
        .contains("GET /count web 1.0.0 not by its newest contract");
    assertThat(words(server.get("/ui/systems/orders")))
        .contains("GET /list web 1.0.0 –")
        .contains("GET /place web 1.0.0 –");
  }
}
