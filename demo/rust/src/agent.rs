use wacht::models::{AgentEvent, ExecuteAgentRequest, ExecuteAgentRequestType};
use wacht::{Result, WachtClient};

use crate::page::{call, chapter, outcome, piece};

fn request(execution_type: ExecuteAgentRequestType) -> ExecuteAgentRequest {
    ExecuteAgentRequest {
        agent_name: "support-bot".to_string(),
        execution_type,
    }
}

pub async fn execute(client: &WachtClient, id: &str) -> Result<()> {
    chapter("Execute: a union is an enum, and a variant has its own fields");
    let message = ExecuteAgentRequestType::NewMessage {
        message: "Help me reset my password".to_string(),
        files: None,
    };
    let files = ExecuteAgentRequestType::Continue {
        files: Some(vec!["file_7".to_string()]),
    };
    for (variant, way) in [
        ("NewMessage { message, files: None }", message),
        ("Continue { files }", files),
    ] {
        call(&format!(
            "client.ai().execute_agent(id, ExecuteAgentRequestType::{variant}).await?"
        ));
        let answer = client.ai().execute_agent(id, request(way)).await?;
        outcome(&[
            &answer.conversation_id.unwrap_or_default(),
            &answer.response.unwrap_or_default(),
        ]);
    }
    Ok(())
}

pub async fn stream(client: &WachtClient, id: &str) -> Result<()> {
    chapter("Stream: events as they arrive, by name");
    call("client.ai().execute_agent(id, ExecuteAgentRequestType::Stream { .. }).stream().await?");
    let way = ExecuteAgentRequestType::Stream {
        message: "Help me reset my password".to_string(),
        files: None,
    };
    let mut events = client.ai().execute_agent(id, request(way)).stream().await?;
    piece("    ");
    while let Some(event) = events.next().await {
        match event? {
            AgentEvent::MessageDelta { text, .. } => piece(&text),
            AgentEvent::ToolCall { name, .. } => piece(&format!("[calls {name}] ")),
            AgentEvent::Completed { .. } => piece(" [completed]"),
            _ => piece(" [something newer]"),
        }
    }
    piece("\n");
    Ok(())
}
