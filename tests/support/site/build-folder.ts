/** The build that tests look at: dist/, or another that the whole run is told of (OUT_DIR). */
export const buildFolder = process.env.OUT_DIR ?? 'dist';
export const clientFolder = `${buildFolder}/client`;
