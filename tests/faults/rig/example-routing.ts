const words = (name: string) => ({ en: name, bn: name, so: name });

const networks = ['U50771', 'U54453', 'U87199', 'U60865', 'U09193', 'U08803', 'U37286'];

/** The routing file of every rig: one practice goes to the east, all others to the borough. */
export const exampleRouting = {
  version: 'first',
  allowedDomains: ['mail.example'],
  teams: {
    borough: { name: words('the borough team'), mailbox: 'borough@mail.example' },
    east: { name: words('the team of the east'), mailbox: 'east@mail.example' },
    west: { name: words('the team of the west'), mailbox: 'west@mail.example' },
  },
  borough: 'borough',
  practices: { F84012: 'east' },
  networks: Object.fromEntries(networks.map((network) => [network, 'borough'])),
  operatorMailbox: 'operator@mail.example',
};
