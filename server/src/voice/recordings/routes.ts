import type { Readable } from "node:stream";
import { Uuid } from "@vera/contracts/shapes";
import { RecordingDetail, RecordingPage, RecordingPeaks, RecordingQuery } from "@vera/contracts/voice";
import type { FastifyReply } from "fastify";
import Type from "typebox";
import type { Http, OpenFile } from "../../platform/index.ts";
import { openRecording, peaksOf } from "./open-recording.ts";
import { recordingDetail } from "./recording-detail.ts";
import { listRecordings } from "./store.ts";

const tags = ["recordings"];
const RecordingParams = Type.Object({ id: Uuid });
const PAGE = 50;

export function recordingRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/recordings",
    permission: "recording.list",
    summary: "Recordings, newest first",
    tags,
    query: RecordingQuery,
    response: RecordingPage,
    handler: async (ctx, { query }) => {
      const limit = query.limit ?? PAGE;
      const items = await listRecordings(ctx, { ...query, limit: limit + 1 });
      return { items: items.slice(0, limit), more: items.length > limit };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/recordings/:id",
    permission: "recording.list",
    summary: "One recording, its slices, and who has listened",
    tags,
    params: RecordingParams,
    response: RecordingDetail,
    handler: (ctx, { params }) => recordingDetail(ctx, params.id),
  });
  http.route({
    method: "GET",
    url: "/api/v1/recordings/:id/peaks",
    permission: "recording.listen",
    summary: "Loudness of both sides, for drawing",
    tags,
    params: RecordingParams,
    response: RecordingPeaks,
    handler: (ctx, { params }) => peaksOf(ctx, params.id),
  });
  audioRoutes(http);
}

function audioRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/recordings/:id/audio",
    permission: "recording.listen",
    summary: "The sound, to be played here; stereo WAV, byte ranges. Each playing leaves an audit entry",
    tags,
    params: RecordingParams,
    raw: true,
    handler: async (ctx, { params, request, reply }) => {
      const range = request.headers.range;
      const file = await openRecording(ctx, { id: params.id, act: "listened" });
      return partOf(file, range, reply);
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/recordings/:id/download",
    permission: "recording.download",
    summary: "The sound as a file to keep; leaves an audit entry",
    tags,
    params: RecordingParams,
    raw: true,
    handler: async (ctx, { params, reply }) => {
      const file = await openRecording(ctx, { id: params.id, act: "downloaded" });
      reply.header("content-disposition", `attachment; filename="${params.id}.wav"`);
      return partOf(file, undefined, reply);
    },
  });
}

/** The body, and its head on the reply. RFC 9110 section 14: one range; anything stranger gets the whole. */
function partOf(file: OpenFile, range: string | undefined, reply: FastifyReply): Readable | undefined {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  reply.header("accept-ranges", "bytes").header("cache-control", "private, no-store").type("audio/wav");
  if (!asked) {
    reply.header("content-length", file.bytes);
    return file.stream();
  }
  const start = Number(asked[1]);
  const end = Math.min(asked[2] ? Number(asked[2]) : file.bytes - 1, file.bytes - 1);
  if (start > end) {
    reply.code(416).header("content-range", `bytes */${file.bytes}`);
    return undefined;
  }
  reply
    .code(206)
    .header("content-range", `bytes ${start}-${end}/${file.bytes}`)
    .header("content-length", end - start + 1);
  return file.stream({ start, end });
}
