package dev.concordat.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetAddressTest {
  @Test
  void addressesThatAreNotPublicAreKnown() throws Exception {
    for (String address :
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1")) {
      assertThat(TargetAddress.isPublic(InetAddress.getByName(address))).as(address).isFalse();
    }
    for (String address : List.of("93.184.216.34", "172.32.0.1", "2606:2800:220:1::1")) {
      assertThat(TargetAddress.isPublic(InetAddress.getByName(address))).as(address).isTrue();
    }
  }
}
