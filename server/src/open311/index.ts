export { addService } from "./change-services.ts";
export { type PublicService, publicServices } from "./public-services.ts";
export { Open311Refusal } from "./refusal.ts";
export { routes } from "./routes.ts";
export { type Form, sendRequest } from "./send-request.ts";
