package dev.concordat.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
  @ParameterizedTest
  @CsvSource({
    "Shipment Service, shipments, true",
    "ShipmentsAPI, shipment-provider, true",
    "shipment_services, Shipments, true",
    "S3BucketService, s3-buckets, true",
    "S3BucketService, s3bucket, false",
    "HTTPGateway, http-gateway, true",
    "a::b, a/b, true",
    "shipments, shipments-archive, false",
    "The Shipments, shipments, false",
    "shipments, shipment-1, false",
    "addresses, addresse, true",
    "a--b, a-b, false",
    "a-b-, a b, true",
    "api, service, true"
  })
  void namesOfTheSameWordsAreNear(String left, String right, boolean isNear) {
    assertThat(NearName.isNear(left, right)).isEqualTo(isNear);
    assertThat(NearName.isNear(right, left)).isEqualTo(isNear);
  }
}
