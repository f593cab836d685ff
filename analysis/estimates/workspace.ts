/** Room for the numbers of one series at a time; there is a series for every account, and each overwrites the one before. */
export function workspace(): (length: number) => Float64Array {
  let room = new Float64Array(1_024);
  return (length) => {
    if (room.length < length) room = new Float64Array(2 * length);
    return room.subarray(0, length);
  };
}
