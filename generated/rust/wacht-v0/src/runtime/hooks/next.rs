use std::fmt;
use std::sync::Arc;

use super::exchange_log::{log_request, logged};
use super::middleware::CallContext;
use crate::runtime::call::follow;
use crate::runtime::{BoxError, HttpRequest, HttpResponse, Transport};

/// What stands behind a middleware: the next one, at last what sends requests. Cloning it, or
/// running it again, sends the request again.
#[derive(Clone)]
pub struct Next {
    context: Arc<CallContext>,
    transport: Arc<dyn Transport>,
    /// How many middlewares stand before.
    place: usize,
}

impl Next {
    pub(crate) fn new(context: CallContext, transport: Arc<dyn Transport>) -> Self {
        Self {
            context: Arc::new(context),
            transport,
            place: 0,
        }
    }

    /// Sends a request, and gives the answer as soon as its headers are there.
    ///
    /// # Errors
    ///
    /// What the transport or another middleware came to.
    pub async fn run(&self, request: HttpRequest) -> Result<HttpResponse, BoxError> {
        let context = &self.context;
        if let Some(middleware) = context.hooks.middleware.get(self.place) {
            let mut next = self.clone();
            next.place += 1;
            return middleware(request, next).await;
        }
        let Some(log) = context.hooks.log.as_ref().filter(|log| log.is_verbose()) else {
            return Ok(follow(&*self.transport, request).await?);
        };
        log_request(log, context, &request);
        let response = follow(&*self.transport, request).await?;
        Ok(logged(log, context, response))
    }

    /// What is known of the call.
    #[must_use]
    pub fn context(&self) -> &CallContext {
        &self.context
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}
