package dev.concordat.conform.resource;

/// What an operation does with a resource, in the order in which a first visit is sensible.
public enum Role {
  /// POST on the collection.
  CREATE,
  /// GET on the collection.
  LIST,
  /// GET on the item.
  READ,
  /// PUT on the item.
  REPLACE,
  /// PATCH on the item.
  PATCH,
  /// DELETE on the item.
  DELETE
}
