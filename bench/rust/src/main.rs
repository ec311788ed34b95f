//! Times calls through the generated client beside bare reqwest, in turns, of the same request to
//! the same server; prints the medians in nanoseconds. Arguments: origin, number of calls.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wacht::WachtClient;

type Outcome = Result<(), Box<dyn Error>>;

async fn through(client: &WachtClient) -> Outcome {
    let call = client
        .ai()
        .update_execution_context("ctx_123")
        .with_title("Customer Support Context")
        .with_status("active");
    black_box(call.send().await?);
    Ok(())
}

async fn bare(client: &reqwest::Client, url: &str) -> Outcome {
    let body = json!({"title": "Customer Support Context", "status": "active"});
    let request = client
        .patch(url)
        .header("accept", "application/json")
        .header("authorization", "Bearer key")
        .header("content-type", "application/json")
        .body(serde_json::to_vec(&body)?);
    let answer = request.send().await?.error_for_status()?;
    black_box(serde_json::from_slice::<Value>(&answer.bytes().await?)?);
    Ok(())
}

fn median(times: &mut [Duration]) -> u128 {
    times.sort_unstable();
    times[times.len() / 2].as_nanos()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    let origin = arguments.next().ok_or("an origin is missing")?;
    let calls: usize = arguments.next().ok_or("a number is missing")?.parse()?;
    let own = WachtClient::builder().api_key("key").base_url(&origin).build()?;
    let plain = reqwest::Client::new();
    let url = format!("{origin}/ai/execution-contexts/ctx_123");

    let (mut own_times, mut plain_times) = (Vec::new(), Vec::new());
    let warm = calls / 10;
    for run in 0..warm + calls {
        // Either goes first in half of the turns.
        for is_own in [run % 2 == 0, run % 2 != 0] {
            let start = Instant::now();
            if is_own {
                through(&own).await?;
            } else {
                bare(&plain, &url).await?;
            }
            let times = if is_own { &mut own_times } else { &mut plain_times };
            if run >= warm {
                times.push(start.elapsed());
            }
        }
    }
    println!("{}", json!({"own": median(&mut own_times), "plain": median(&mut plain_times)}));
    Ok(())
}
