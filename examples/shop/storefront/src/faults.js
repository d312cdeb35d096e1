// Bugs we had once and can bring back with SHOP_FAULTS, to show that our tests would notice.
const enabledIds = new Set((process.env.SHOP_FAULTS ?? '').split(',').map((id) => id.trim()));

export const enabled = (id) => enabledIds.has(id) || enabledIds.has('all');
