import * as z from 'zod/mini';
import { api } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { REFUSALS, Refusal } from '#contract/refusal.ts';

/** The OpenAPI 3.1 document of the table of endpoints. */
export function openApi(server: { url: string; version: string }): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(api)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: server.version,
      description: 'Reveals contact details, charged exactly once to one team purse of credits.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server.url }],
    paths,
    components: {
      schemas: { Refusal: jsonSchema(z.object({ refusal: Refusal }), 'output') },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of the device flow (RFC 8628).' },
      },
    },
  };
}

function operation(name: string, endpoint: Endpoint): object {
  const signedIn = endpoint.who !== 'anyone';
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(signedIn ? { description: `For: ${endpoint.who}.` } : {}),
    security: signedIn ? [{ session: [] }] : [],
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(endpoint.idempotent
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }]
        : []),
      ...(endpoint.tagged
        ? [{ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }]
        : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done',
        ...(endpoint.tagged ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
        content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } },
      },
      ...(endpoint.tagged ? { 304: { description: 'The reply with this tag is still the one' } } : {}),
      default: {
        description: `A refusal, under the status of its code: ${statuses()}`,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodMiniObject | undefined): object[] {
  if (schema === undefined) return [];
  // Numbers come as text and are read as numbers: described is what they are read as.
  const { properties = {} } = jsonSchema(schema, 'output');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io });
  return described;
}

function statuses(): string {
  return Object.entries(REFUSALS)
    .filter(([, status]) => status > 0)
    .map(([code, status]) => `${code} ${status}`)
    .join(', ');
}
