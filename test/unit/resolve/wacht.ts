/** The example of the language reference, with the parts it leaves out. */
export const wacht = {
  "api.yaml": `heddle: 1
api: wacht
include: [context.yaml, execute.yaml, errors.yaml]
client:
  name: WachtClient
  base_url: https://api.wacht.dev
  env: WACHT
  auth: {bearer: api_key}
  timeout: {connect: 5s, attempt: 30s, total: 60s, idle: 60s}
  retry: {attempts: 3, backoff: 500ms..8s, longest_wait: 60s}
  request_id: [x-request-id, request-id]
rate_limits:
  create: {key: [body.user_id, credential], allow: [100/1m, 10/1s]}
resources:
  ai:
    at: /ai/execution-contexts
    list_execution_contexts:
      doc: Lists the execution contexts of the deployment.
      http: GET
      query:
        limit?: int32(1..100) -- Number of results to return
        offset?: int32(0..) -- Number of results to skip
        status?: ContextStatus -- Filter by status
        context_group?: string -- Filter by context group
      returns: OffsetPage<AiExecutionContext>
      call: [builder, fetch_execution_contexts(options)]
    update_execution_context:
      http: PATCH /{context_id}
      path: {context_id: ContextId}
      body: UpdateExecutionContextRequest
      returns: AiExecutionContext
      errors: [NotFound, InvalidRequest]
      call: builder(with_)
    execute_agent:
      http: POST /{context_id}/execute
      path: {context_id: ContextId}
      body: ExecuteAgentRequest
      returns: ExecuteAgentResponse
      stream: {when: type = stream, sse: AgentEvent, end: "[DONE]", error: error}
      errors: [NotFound, InvalidRequest, {AccessDenied: The plan does not include AI}]
      timeout: {attempt: 5m, total: 10m}
      call: request
      examples:
        reset:
          path: {context_id: ctx_123}
          body: {agent_name: support-bot, type: new_message, message: Help}
          response: {status: completed}
`,
  "context.yaml": `types:
  ContextStatus:
    $open: string
    $enum:
      active: Context is active and ready for execution
      inactive: Context is disabled
      archived: Context is archived
  ContextId:
    $alias: string
    $example: ctx_123
  CreateAiExecutionContextRequest:
    $exhaustive: true
    title: string(1..) -- Display title
    system_instructions?: string
    context_group?: string
    status?: ContextStatus
  UpdateExecutionContextRequest: Partial<CreateAiExecutionContextRequest>
  AiExecutionContext:
    id: ContextId
    $include: CreateAiExecutionContextRequest
    created_at?: datetime
    updated_at?: datetime
  OffsetPage<T>:
    $page: {items: data, more: has_more, limit: limit, offset: offset}
    data: T[]
    has_more: bool
    limit?: int32
    offset?: int32
`,
  "execute.yaml": `types:
  ExecuteAgentRequest:
    agent_name: string
    ...execution_type: ExecuteAgentRequestType
  ExecuteAgentRequestType:
    $tag: type
    $union:
      new_message:
        $doc: Execute with a new message
        message: string
        files?: string[]
      continue: -- Continue where the last run stopped
      stream:
        message: string
  ExecuteAgentResponse:
    status: string
    conversation_id?: string
  AgentEvent:
    $tag: type
    $union:
      message_delta:
        text: string
      completed:
`,
  "errors.yaml": `types:
  ErrorBody:
    message?: string
errors:
  body: ErrorBody
  message: [error.message, errors.0.message, message]
  code: [error.code, errors.0.code]
  status:
    InvalidRequest: 400 -- The request is malformed or a required field is missing
    AccessDenied: 403
    NotFound: 404
    RateLimited: 429
    ServerError: 5xx
`,
};
