package dev.concordat.drift.corpus;

/// The contract of {@link Shop}.
public final class ShopContract {
  /// OpenAPI 3.1.
  public static final String TEXT =
      """
      openapi: 3.1.0
      info: {title: Shop, version: 1.4.2}
      paths:
        /orders:
          get:
            operationId: listOrders
            responses:
              '200':
                description: all orders
                content:
                  application/json:
                    schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
          post:
            operationId: createOrder
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku]
                    properties:
                      sku: {type: string, minLength: 1}
                      quantity: {type: integer, minimum: 1}
            responses:
              '201':
                description: made
                headers:
                  Location: {required: true, schema: {type: string}}
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Order'}}
              '400': {$ref: '#/components/responses/Problem'}
        /orders/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}, example: 17}
          get:
            operationId: getOrder
            responses:
              '200':
                description: the order
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Order'}}
              '404': {$ref: '#/components/responses/Problem'}
          delete:
            operationId: deleteOrder
            responses:
              '204': {description: gone}
              '404': {$ref: '#/components/responses/Problem'}
        /products:
          get:
            operationId: listProducts
            parameters:
              - {name: limit, in: query, required: true, schema: {type: integer, maximum: 100}, example: 10}
            responses:
              '200':
                description: products
                content:
                  application/json:
                    schema:
                      type: object
                      required: [items, total]
                      additionalProperties: false
                      properties:
                        total: {type: integer}
                        items:
                          type: array
                          items:
                            type: object
                            required: [sku, name, price]
                            properties:
                              sku: {type: string, pattern: '^[A-Z][0-9]$'}
                              name: {type: string}
                              price: {type: number}
                              tags: {type: array, items: {type: string}}
              '400': {$ref: '#/components/responses/Problem'}
        /status:
          get:
            operationId: getStatus
            responses:
              '200':
                description: how it is
                headers:
                  Cache-Control: {required: true, schema: {type: string}}
                  X-Request-Id: {schema: {type: string}}
                content:
                  application/json:
                    schema:
                      type: object
                      required: [status, version, node, at, served]
                      properties:
                        status: {type: string, enum: [UP, DOWN]}
                        version: {type: string}
                        node: {type: string, format: uuid}
                        at: {type: string, format: date-time}
                        served: {type: integer}
                        note: {type: [string, 'null']}
        /report.csv:
          get:
            operationId: report
            responses:
              '200':
                description: stock
                content:
                  text/csv: {schema: {type: string}}
      components:
        responses:
          Problem:
            description: what is wrong
            content:
              application/problem+json:
                schema:
                  type: object
                  required: [type, title, status]
                  properties:
                    type: {type: string}
                    title: {type: string}
                    status: {type: integer}
                    trace: {type: string}
        schemas:
          Order:
            type: object
            required: [id, revision, state, total, currency, paid, placedOn, readAt, customer, lines]
            properties:
              id: {type: integer}
              revision: {type: string, format: uuid}
              state: {type: string, enum: [OPEN, SHIPPED, DONE]}
              total: {type: number}
              currency: {type: string, enum: [EUR, USD]}
              paid: {type: boolean}
              placedOn: {type: string, format: date}
              readAt: {type: string, format: date-time}
              customer:
                type: object
                required: [name, email]
                properties:
                  name: {type: string}
                  email: {type: string, format: email}
              lines:
                type: array
                items:
                  type: object
                  required: [sku, quantity]
                  properties:
                    sku: {type: string}
                    quantity: {type: integer}
      """;

  private ShopContract() {}
}
